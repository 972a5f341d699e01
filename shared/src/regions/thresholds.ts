import type { Thresholds } from './settings.js';

/** A threshold as it is filled in. */
export interface ThresholdField {
  readonly key: keyof Thresholds;
  readonly label: string;
  readonly unit: string;
  /** Of the number typed. */
  readonly min: number;
  readonly max: number;
  /** By what the number typed is larger than the one that is kept. */
  readonly per: number;
  /** A county's own, which all its townships go by. */
  readonly county?: true;
}

/** Every threshold, in the order in which they are asked for. */
export const THRESHOLDS: readonly ThresholdField[] = [
  { key: 'sessionNoticeDays', label: '会议至少提前几天通知', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'sessionMaterialDays', label: '会议材料至少提前几天发', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'planNoticeDays', label: '计划公布几天后才能召集', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'publicCommentDays', label: '公开征求意见几天', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'researchDays', label: '调研报告至少在会前几天完成', unit: '天', min: 0, max: 60, per: 1 },
  { key: 'satisfaction', label: '满意度达到多少算办好', unit: '%', min: 0, max: 100, per: 100 },
  { key: 'minimumRatings', label: '满几人评议才公布', unit: '人', min: 5, max: 100, per: 1, county: true },
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

function fieldOf(key: keyof Thresholds): ThresholdField {
  const field = THRESHOLDS.find((one) => one.key === key);
  if (field === undefined) throw new RangeError(`no threshold ${key}`);
  return field;
}

/** What is said of a threshold that is not within its limits: which it is, and what it may be as it is typed. */
export function sayThresholdLimits(key: keyof Thresholds): string {
  const { label, min, max, unit } = fieldOf(key);
  return `“${label}”要填 ${min} 到 ${max} ${unit}`;
}

/** What a threshold that is kept may be. @throws RangeError for an unknown one */
export function thresholdLimits(key: keyof Thresholds): { min: number; max: number; whole: boolean } {
  const { min, max, per } = fieldOf(key);
  return { min: min / per, max: max / per, whole: per === 1 };
}
