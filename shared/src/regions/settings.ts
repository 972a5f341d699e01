import { regionLevel } from './region.js';
import { THRESHOLDS } from './thresholds.js';

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
  /** 审核部门的延期、移交申请 */
  taskRequest: { workingDays: 3 },
  /** 收到提醒后督促承办部门 */
  urging: { workingDays: 3 },
  /** 超过一个月的承办事项，每月报告一次进展 */
  taskUpdate: { days: 30 },
  openEvaluation: { workingDays: 5 },
  evaluation: { days: 15 },
  /** 评议结束后处理结果 */
  concluding: { workingDays: 5 },
  /** 暂停办理后再看 */
  pauseReview: { days: 30 },
  redo: { workingDays: 15 },
  reconsult: { days: 30 },
  longTermReview: { days: 90 },
  /** 办结后回头看 */
  lookBackFirst: { days: 30 },
  lookBackSecond: { days: 90 },
  lookBackThird: { days: 180 },
  /** 回头看作答 */
  lookBackAnswer: { days: 15 },
  /** 有人说不好用，召集人答复 */
  lookBackReply: { workingDays: 5 },
  nextStep: { workingDays: 5 },
  /** 审核机器没有放行的文字和照片 */
  contentReview: { workingDays: 2 },
  /** 答复投诉建议 */
  feedback: { workingDays: 5 },
} as const satisfies Record<string, Span>;

export type DeadlineKey = keyof typeof DEFAULT_DEADLINES;

/** What each deadline is for, as those who set it read it. */
export const DEADLINE_LABELS: Readonly<Record<DeadlineKey, string>> = {
  screening: '审核议题',
  supplement: '退回后补充',
  shortlisting: '从议题库筛选',
  proposing: '拟定议题送审',
  partyReview: '乡镇党委审核',
  countyReview: '县政协审定',
  planPublishing: '公布计划',
  convening: '公布计划后召集会议',
  announcing: '发布会议通知',
  rescheduling: '延期后重新安排',
  minutesDraft: '起草纪要',
  objection: '参会人提异议',
  countersigning: '核签纪要',
  minutesPublish: '会后发布纪要',
  outcomePublish: '发布成果',
  outcomeSend: '送交成果',
  instruction: '登记批示',
  assignment: '交办',
  taskAcceptance: '部门接收或退回',
  taskRequest: '审核延期、移交申请',
  urging: '督促承办部门',
  taskUpdate: '部门报告进展',
  openEvaluation: '开始评议',
  evaluation: '评议时间',
  concluding: '处理评议结果',
  pauseReview: '暂停后再看一次',
  redo: '重新办理',
  reconsult: '再协商',
  longTermReview: '长期跟踪复核',
  lookBackFirst: '办结后第一次回头看',
  lookBackSecond: '办结后第二次回头看',
  lookBackThird: '办结后第三次回头看',
  lookBackAnswer: '回头看作答时间',
  lookBackReply: '答复回头看的意见',
  nextStep: '决定下一步',
  contentReview: '审核待查内容',
  feedback: '答复投诉建议',
};

export interface Thresholds {
  /** Days between the notice of a session and its start. */
  sessionNoticeDays: number;
  /** Days between the papers of a session and its start. */
  sessionMaterialDays: number;
  /** Days a published plan stands for comment before its topics go to a session. */
  planNoticeDays: number;
  /** Days a shortlisted topic stands for public comment before review. */
  publicCommentDays: number;
  /** Days between the report of a research and the session it is for. */
  researchDays: number;
  /** Share of ratings that must be satisfied or fairly satisfied, 0 to 1. */
  satisfaction: number;
  /** Fewer answers than this are never shown nor judged. A county's own, so that a sum and what it is made of hide the same. */
  minimumRatings: number;
  /** How many residents are drawn to rate a promise besides those whom it concerns; 0: none. */
  sampleSize: number;
  /** An opinion map is drawn from this many people on. */
  opinionPeople: number;
  /** And from this many answers a person, on average. */
  opinionVotes: number;
  /** A promise is due soon within so many working days. A county's own: its townships go by it. */
  dueSoonDays: number;
  /** Without word on so many days it is stalled. A county's own. */
  stalledDays: number;
  /** Topics that Party and government leaders are asked to raise in each township a year (党政点题). A county's own. */
  leaderTopics: number;
  /** So many working days overdue or stalled, its convener is told. A county's own. */
  escalationDays: number;
  /** So many, the county office is. A county's own. */
  escalationCountyDays: number;
  /** Whatever else has been overdue for so many working days the county office is told of. A county's own. */
  todoEscalationDays: number;
}

export interface Features {
  /** 微协商, the light path past the plan. */
  microConsultation: boolean;
  /** 匿名展示 */
  anonymousDisplay: boolean;
  /** 红头: papers begin with the office's name in red. */
  redHead: boolean;
}

export interface RegionSettings {
  /** The platform's own name, e.g. 鹰城协商. */
  brandName: string;
  /** 备案号, shown at the foot of the first pages; empty where there is none yet. */
  filingNumber: string;
  deadlines: Record<DeadlineKey, Span>;
  thresholds: Thresholds;
  features: Features;
}

/** Characters of the texts, and how long a deadline may be in days or working days. */
export const SETTINGS_LIMITS = {
  brandName: { min: 2, max: 12 },
  filingNumber: { min: 4, max: 60 },
  span: { min: 1, max: 365 },
} as const;

/** What the texts are called. */
export const SETTINGS_TEXT_LABELS = { brandName: '平台名称', filingNumber: '备案号' } as const;

/** What is said of a text that is too short or too long: which setting it is, and what it may be. */
export function sayTextLimits(key: keyof typeof SETTINGS_TEXT_LABELS): string {
  const { min, max } = SETTINGS_LIMITS[key];
  return `“${SETTINGS_TEXT_LABELS[key]}”要填 ${min} 到 ${max} 个字`;
}

/** The same of a deadline. */
export function saySpanLimits(key: DeadlineKey): string {
  const { min, max } = SETTINGS_LIMITS.span;
  return `“${DEADLINE_LABELS[key]}”的期限要填 ${min} 到 ${max} 天或工作日`;
}

/** What a region sets itself; everything left out falls back to its county, then to the defaults. */
export interface OwnSettings {
  brandName?: string;
  filingNumber?: string;
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
  filingNumber: '',
  deadlines: { ...DEFAULT_DEADLINES },
  thresholds: {
    sessionNoticeDays: 7,
    sessionMaterialDays: 3,
    planNoticeDays: 5,
    publicCommentDays: 5,
    researchDays: 10,
    satisfaction: 0.7,
    minimumRatings: 5,
    sampleSize: 20,
    opinionPeople: 15,
    opinionVotes: 5,
    dueSoonDays: 5,
    stalledDays: 30,
    leaderTopics: 2,
    escalationDays: 3,
    escalationCountyDays: 10,
    todoEscalationDays: 10,
  },
  features: { microConsultation: true, anonymousDisplay: true, redHead: true },
};

/** `over` laid over `base`, key by key; a key that holds undefined counts as left out. */
function overlay<T extends object>(base: T, over: Partial<T> | undefined): T {
  const set = Object.entries(over ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...(Object.fromEntries(set) as Partial<T>) };
}

/** What a township sets itself, without the thresholds that are its county's. */
function withoutCounty(own: OwnSettings): OwnSettings {
  const thresholds = { ...own.thresholds };
  for (const { key, county } of THRESHOLDS) if (county) delete thresholds[key];
  return { ...own, thresholds };
}

/** Lays own settings over the defaults, the county's first, then the township's. */
export function effectiveSettings(county?: OwnSettings | null, township?: OwnSettings | null): RegionSettings {
  return [county, township && withoutCounty(township)].reduce<RegionSettings>(
    (base, over) =>
      over
        ? {
            brandName: over.brandName ?? base.brandName,
            filingNumber: over.filingNumber ?? base.filingNumber,
            deadlines: overlay(base.deadlines, over.deadlines),
            thresholds: overlay(base.thresholds, over.thresholds),
            features: overlay(base.features, over.features),
          }
        : base,
    DEFAULT_SETTINGS,
  );
}
