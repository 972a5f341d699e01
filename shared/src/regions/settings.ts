import { regionLevel } from './region.js';

/** A span that a deadline allows: China's working days, or plain days. */
export type Span = { readonly workingDays: number } | { readonly days: number };

/** How long each step may take, with the defaults; a county or township may set its own. */
export const DEFAULT_DEADLINES = {
  /** 审核 */
  screening: { workingDays: 5 },
  /** 退回后补充 */
  supplement: { days: 10 },
  /** 议题库每季度筛选 */
  shortlisting: { days: 90 },
  /** 拟定议题送审，其间公开征求意见 */
  proposing: { workingDays: 10 },
  partyReview: { workingDays: 10 },
  countyReview: { workingDays: 10 },
  /** 县政协审定后公布计划 */
  planPublishing: { workingDays: 5 },
  /** 计划公布后召集会议 */
  convening: { days: 60 },
  /** 会前准备、发布通知 */
  announcing: { days: 30 },
  rescheduling: { days: 30 },
  minutesDraft: { workingDays: 3 },
  objection: { days: 3 },
  countersigning: { workingDays: 2 },
  /** 会后发布纪要 */
  minutesPublish: { workingDays: 7 },
  outcomePublish: { workingDays: 7 },
  outcomeSend: { workingDays: 10 },
  instruction: { workingDays: 10 },
  assignment: { workingDays: 5 },
  taskAcceptance: { workingDays: 3 },
  /** 超过一个月的承办事项，每月报告一次进展 */
  taskUpdate: { days: 30 },
  openEvaluation: { workingDays: 5 },
  evaluation: { days: 15 },
  /** 评议结束后处理结果 */
  concluding: { workingDays: 5 },
  redo: { workingDays: 15 },
  reconsult: { days: 30 },
  longTermReview: { days: 90 },
  nextStep: { workingDays: 5 },
  /** 答复投诉建议 */
  feedback: { workingDays: 5 },
} as const satisfies Record<string, Span>;

export type DeadlineKey = keyof typeof DEFAULT_DEADLINES;

export interface Thresholds {
  /** Days between the notice of a session and its start. */
  sessionNoticeDays: number;
  /** Days a published plan stands for comment before its topics go to a session. */
  planNoticeDays: number;
  /** Days a shortlisted topic stands for public comment before review. */
  publicCommentDays: number;
  /** Share of ratings that must be satisfied or fairly satisfied, 0 to 1. */
  satisfaction: number;
  /** Fewer answers than this are never shown nor judged. */
  minimumRatings: number;
}

export interface Features {
  /** 微协商, the light path past the plan. */
  microConsultation: boolean;
  /** 匿名展示 */
  anonymousDisplay: boolean;
}

export interface RegionSettings {
  /** The platform's own name, e.g. 鹰城协商. */
  brandName: string;
  deadlines: Record<DeadlineKey, Span>;
  thresholds: Thresholds;
  features: Features;
}

/** What a region sets itself; everything left out falls back to its county, then to the defaults. */
export interface OwnSettings {
  brandName?: string;
  deadlines?: Partial<Record<DeadlineKey, Span>>;
  thresholds?: Partial<Thresholds>;
  features?: Partial<Features>;
}

/** The levels that set something themselves; a community goes by its township, and cities give no rules. */
export function hasOwnSettings(region: string): boolean {
  const level = regionLevel(region);
  return level === 'county' || level === 'township';
}

export const DEFAULT_SETTINGS: RegionSettings = {
  brandName: '有事好商量',
  deadlines: { ...DEFAULT_DEADLINES },
  thresholds: {
    sessionNoticeDays: 7,
    planNoticeDays: 5,
    publicCommentDays: 5,
    satisfaction: 0.7,
    minimumRatings: 5,
  },
  features: { microConsultation: true, anonymousDisplay: true },
};

/** `over` laid over `base`, key by key; a key that holds undefined counts as left out. */
function overlay<T extends object>(base: T, over: Partial<T> | undefined): T {
  const set = Object.entries(over ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...(Object.fromEntries(set) as Partial<T>) };
}

/** Lays own settings over the defaults, the county's first, then the township's. */
export function effectiveSettings(...own: readonly (OwnSettings | null | undefined)[]): RegionSettings {
  return own.reduce<RegionSettings>(
    (base, over) =>
      over
        ? {
            brandName: over.brandName ?? base.brandName,
            deadlines: overlay(base.deadlines, over.deadlines),
            thresholds: overlay(base.thresholds, over.thresholds),
            features: overlay(base.features, over.features),
          }
        : base,
    DEFAULT_SETTINGS,
  );
}
