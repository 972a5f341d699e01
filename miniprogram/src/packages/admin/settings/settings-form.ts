import {
  DEADLINE_LABELS,
  type DeadlineKey,
  type Features,
  type OwnSettings,
  type RegionSettings,
  type Span,
  type Thresholds,
} from '@consult/shared';

export type Switch = 'inherit' | 'on' | 'off';

/** What is filled in; empty fields fall back. */
export interface SettingsForm {
  brandName: string;
  filingNumber: string;
  thresholds: Record<keyof Thresholds, number | null>;
  features: Record<keyof Features, Switch>;
  deadlines: Record<DeadlineKey, number | null>;
}

export const DEADLINE_KEYS = Object.keys(DEADLINE_LABELS) as DeadlineKey[];

/** `per`: by what the number typed is larger than the one that is kept. */
export const THRESHOLDS: readonly {
  key: keyof Thresholds;
  label: string;
  unit: string;
  min: number;
  max: number;
  per: number;
  /** A county's own, which all its townships go by. */
  county?: true;
}[] = [
  { key: 'sessionNoticeDays', label: '会议至少提前几天通知', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'sessionMaterialDays', label: '会议材料至少提前几天发', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'planNoticeDays', label: '计划公布几天后才能召集', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'publicCommentDays', label: '公开征求意见几天', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'researchDays', label: '调研报告至少在会前几天完成', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'satisfaction', label: '满意度达到多少算办好', unit: '%', min: 0, max: 100, per: 100 },
  { key: 'minimumRatings', label: '满几人评议才公布', unit: '人', min: 5, max: 100, per: 1 },
  { key: 'sampleSize', label: '每次评议随机抽取几位居民', unit: '人', min: 0, max: 100, per: 1 },
  { key: 'opinionPeople', label: '网络议政满几人才画看法图', unit: '人', min: 5, max: 500, per: 1 },
  { key: 'opinionVotes', label: '画看法图平均每人至少表态几条', unit: '条', min: 1, max: 20, per: 1 },
  { key: 'dueSoonDays', label: '承诺到期前几个工作日亮黄灯', unit: '工作日', min: 0, max: 30, per: 1, county: true },
  { key: 'stalledDays', label: '承诺几天没有进展算停滞', unit: '天', min: 7, max: 365, per: 1, county: true },
  { key: 'leaderTopics', label: '党政点题每个乡镇每年不少于几件', unit: '件', min: 0, max: 50, per: 1, county: true },
  {
    key: 'escalationDays',
    label: '承诺超期或停滞几个工作日提醒召集人',
    unit: '工作日',
    min: 1,
    max: 60,
    per: 1,
    county: true,
  },
  {
    key: 'escalationCountyDays',
    label: '承诺超期或停滞几个工作日提醒县政协',
    unit: '工作日',
    min: 1,
    max: 120,
    per: 1,
    county: true,
  },
  {
    key: 'todoEscalationDays',
    label: '其他待办超期几个工作日提醒县政协',
    unit: '工作日',
    min: 1,
    max: 120,
    per: 1,
    county: true,
  },
];

export const FEATURES: readonly { key: keyof Features; label: string }[] = [
  { key: 'microConsultation', label: '微协商' },
  { key: 'anonymousDisplay', label: '匿名展示' },
  { key: 'redHead', label: '文件红头' },
];

export const lengthOfSpan = (span: Span): number => ('days' in span ? span.days : span.workingDays);
export const unitOf = (span: Span): string => ('days' in span ? '天' : '工作日');

const record = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;

/** What a region set itself, as the fields show it. */
export function formOf(own: OwnSettings | null): SettingsForm {
  const { brandName = '', filingNumber = '', thresholds = {}, features = {}, deadlines = {} } = own ?? {};
  return {
    brandName,
    filingNumber,
    thresholds: record(
      THRESHOLDS.map(({ key }) => key),
      (key) => {
        const value = thresholds[key];
        const per = THRESHOLDS.find((threshold) => threshold.key === key)?.per ?? 1;
        return value === undefined ? null : Math.round(value * per);
      },
    ),
    features: record(
      FEATURES.map(({ key }) => key),
      (key) => (features[key] === undefined ? 'inherit' : features[key] ? 'on' : 'off'),
    ),
    deadlines: record(DEADLINE_KEYS, (key) => {
      const span = deadlines[key];
      return span === undefined ? null : lengthOfSpan(span);
    }),
  };
}

/**
 * What the fields say, to be sent.
 * @param spans the unit of each deadline is kept
 */
export function settingsOf(form: SettingsForm, spans: RegionSettings['deadlines']): OwnSettings {
  const { brandName, filingNumber, thresholds, features, deadlines } = form;
  const span = (key: DeadlineKey, n: number): Span => ('days' in spans[key] ? { days: n } : { workingDays: n });
  return {
    ...(brandName.trim() && { brandName: brandName.trim() }),
    ...(filingNumber.trim() && { filingNumber: filingNumber.trim() }),
    thresholds: Object.fromEntries(
      THRESHOLDS.flatMap(({ key, per }) => (thresholds[key] === null ? [] : [[key, thresholds[key] / per]])),
    ),
    features: Object.fromEntries(
      FEATURES.flatMap(({ key }) => (features[key] === 'inherit' ? [] : [[key, features[key] === 'on']])),
    ),
    deadlines: Object.fromEntries(
      DEADLINE_KEYS.flatMap((key) => {
        const n = deadlines[key];
        return n === null ? [] : [[key, span(key, n)]];
      }),
    ),
  };
}

/** What differs between two versions, by name. */
export function changedNames(before: OwnSettings | null, after: OwnSettings): string[] {
  const [was, is] = [before ?? {}, after];
  const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
  return [
    ...(differs(was.brandName, is.brandName) ? ['平台名称'] : []),
    ...(differs(was.filingNumber, is.filingNumber) ? ['备案号'] : []),
    ...THRESHOLDS.filter(({ key }) => differs(was.thresholds?.[key], is.thresholds?.[key])).map(({ label }) => label),
    ...FEATURES.filter(({ key }) => differs(was.features?.[key], is.features?.[key])).map(({ label }) => label),
    ...DEADLINE_KEYS.filter((key) => differs(was.deadlines?.[key], is.deadlines?.[key])).map(
      (key) => `${DEADLINE_LABELS[key]}期限`,
    ),
  ];
}
