const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows 电脑'],
  [/iPad|iPhone/, 'iPhone 或 iPad'],
  [/Android/, '安卓手机'],
  [/Mac OS/, 'Mac 电脑'],
  [/Linux|UOS|Kylin/, 'Linux 电脑'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/Edg/, 'Edge'],
  [/360SE|QHBrowser/, '360 浏览器'],
  [/Firefox/, 'Firefox'],
  [/Chrome/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** What people call the device behind a User-Agent header: Windows 电脑 · Chrome. */
export function deviceOf(userAgent: string): string {
  const find = (list: typeof SYSTEMS) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(SYSTEMS) ?? '电脑', find(BROWSERS)].filter(Boolean).join(' · ');
}
