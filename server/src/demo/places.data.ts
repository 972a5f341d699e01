/** The demo's places, all invented but for the two elder-care topics' community names. */

interface TownshipData {
  readonly code: string;
  readonly name: string;
  readonly communities: readonly string[];
  /** The township's own government, as a department. */
  readonly government: string;
}

interface CountyData {
  readonly code: string;
  readonly name: string;
  /** The platform's name in this county. */
  readonly brandName: string;
  readonly townships: readonly TownshipData[];
}

export const CITY = { code: '4199', name: '澄川市' } as const;

export const COUNTIES: readonly CountyData[] = [
  {
    code: '419902',
    name: '城东区',
    brandName: '城东协商',
    townships: [
      {
        code: '419902001',
        name: '沿河街道',
        communities: ['沿西社区', '东关社区'],
        government: '沿河街道办事处',
      },
      {
        code: '419902002',
        name: '曙光街道',
        communities: ['曙北社区', '文苑社区', '育才社区', '锦绣社区'],
        government: '曙光街道办事处',
      },
    ],
  },
  {
    code: '419921',
    name: '墨阳县',
    brandName: '墨阳协商',
    townships: [
      { code: '419921101', name: '青石镇', communities: ['北庄村', '柳树村'], government: '青石镇政府' },
      { code: '419921102', name: '柳林镇', communities: ['新村社区', '柳林街村'], government: '柳林镇政府' },
      { code: '419921103', name: '临溪镇', communities: ['溪口村', '后山村'], government: '临溪镇政府' },
      { code: '419921104', name: '双桥镇', communities: ['工业园区'], government: '双桥镇政府' },
      { code: '419921201', name: '白渠乡', communities: ['南渠村', '西岭村'], government: '白渠乡政府' },
    ],
  },
];

/** The county's departments, each county has all of them. */
export const DEPARTMENTS = [
  '住房和城乡建设局',
  '民政局',
  '公安交警大队',
  '教育局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '城市管理局',
  '卫生健康委',
] as const;

/** A community's code from its place in its township. */
export function communityCode(township: string, index: number): string {
  return `${township}${String(index + 1).padStart(3, '0')}`;
}
