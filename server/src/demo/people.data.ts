const FAMILY_NAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const GIVEN_NAMES = [
  '建国',
  '秀英',
  '志强',
  '桂兰',
  '明华',
  '玉梅',
  '海涛',
  '凤霞',
  '永福',
  '春燕',
  '文斌',
  '丽娟',
  '长林',
  '素芬',
  '国庆',
  '晓红',
  '德顺',
  '雪梅',
  '根生',
  '巧玲',
  '卫东',
  '翠萍',
  '树森',
  '小芳',
  '立新',
  '金花',
  '宏伟',
  '淑珍',
];

/** The n-th of the demo's names; different for each n up to 1,000. */
export function nameOf(n: number): string {
  const family = FAMILY_NAMES[(n * 7) % FAMILY_NAMES.length] ?? '王';
  const given = GIVEN_NAMES[(n * 11 + Math.floor(n / GIVEN_NAMES.length)) % GIVEN_NAMES.length] ?? '建国';
  return `${family}${given}`;
}

/** The n-th of the demo's phone numbers, in a range that belongs to nobody. */
export function phoneOf(n: number): string {
  return `1990000${String(n).padStart(4, '0')}`;
}

/** Enough that a topic which moves a township can be co-signed and rated by people who exist. */
export const RESIDENTS = 48;
export const MEMBERS = 4;

/** How many of each role a township has; the first of each can be signed in as. */
export const TOWNSHIP_CAST = [
  { role: 'convener', count: 1 },
  { role: 'party_committee', count: 1 },
  { role: 'member', count: MEMBERS },
  { role: 'resident', count: RESIDENTS },
] as const;

/** Two residents can be signed in as, so that one can co-sign what the other raises. */
export const RESIDENTS_TO_BE = 2;
