import type { QuestionCounts } from '../tasks/evaluation.rules.js';
import type { TaskLight } from '../tasks/task.lights.js';
import type { ReplyClass } from '../tasks/task.rules.js';
import type { TopicSummary } from '../topics/topic.contract.js';
import type { TopicFate } from '../topics/topic.fate.js';
import type { TopicCategory, TopicSource } from '../topics/topic.rules.js';
import type { TopicState } from '../topics/topic.states.js';
import type { Count, FunnelGroup } from './figure.funnel.js';
import type { Milestone } from './figure.milestones.js';
import type { FigurePeriod } from './figure.period.js';
import type { PromiseStanding } from './figure.promises.js';

/** GET /figures for those who answer for a region, GET /figures/open for everyone. */
export interface FigureQuery {
  /** A city, county or township. */
  region: string;
  /** Topics by the month of their submission, promises and sessions by that of their making; this year if left out. */
  period?: FigurePeriod;
}

/** How long topics stood in a state before they left it within the period, in whole days; a topic counts as often as it left. */
export interface StayFigure extends Count {
  state: TopicState;
  median: number;
  /** 90th percentile */
  p90: number;
  /** Those that took more days than that. */
  longer: Count;
}

export interface PromiseFigures {
  made: Count;
  standings: Record<PromiseStanding, Count>;
  /** By the class of the last reply. */
  classes: Record<ReplyClass, Count>;
  /** Owing, and past the promised date now. */
  overdue: Count;
}

/** Answers to the three questions, of promises with at least the minimum of answers whose evaluation is over. */
export interface EvaluationFigures {
  /** Promises whose answers are shown. */
  shown: Count;
  answers: QuestionCounts;
  /** Promises with some answers, but too few to be shown. */
  tooFew: number;
  minimum: number;
}

/** The lights of promises that are still open: what is answered has none to watch. */
export const OPEN_LIGHTS = [
  'on_time',
  'due_soon',
  'overdue',
  'stalled',
  'paused',
] as const satisfies readonly TaskLight[];
export type OpenLight = (typeof OPEN_LIGHTS)[number];

/** The open promises of one township, of a city's of one county, as they stand now, whenever they were made. */
export interface PlaceFigures {
  region: string;
  name: string;
  lights: Record<OpenLight, Count>;
}

export interface ThemeFigures {
  category: TopicCategory;
  total: Count;
  /** One for each of the columns. */
  counts: Count[];
}

export interface Figures {
  region: string;
  regionName: string;
  period: FigurePeriod;
  /** ms since 1970 */
  at: number;
  fates: Record<TopicFate, Count>;
  milestones: Record<Milestone, Count>;
  sources: Record<TopicSource, Count>;
  /** How many topics Party and government leaders are asked to raise in the year (党政点题); null where none is asked. */
  quota: number | null;
  stays: StayFigure[];
  sessionsHeld: Count;
  promises: PromiseFigures;
  evaluation: EvaluationFigures;
  /** In the order of their codes. */
  places: PlaceFigures[];
  themes: ThemeFigures[];
  /** The months (YYYY-MM) or years (YYYY) over which the themes are counted. */
  columns: string[];
}

/** GET /figures/topics and /figures/open/topics: the rows behind a number, newest submission first. */
export interface FigureTopicsQuery extends FigureQuery {
  fate?: TopicFate;
  group?: FunnelGroup;
  milestone?: Milestone;
  source?: TopicSource;
  category?: TopicCategory;
  after?: string;
  limit?: number;
}

/**
 * GET /figures/stays and /figures/open/stays: the stays in one state that ended in the period, the last one that ended first,
 * those beyond a number of days longest first.
 */
export interface FigureStaysQuery extends FigureQuery {
  /** One of STAY_STATES. */
  state: TopicState;
  /** Only those that took more days than this; STAY_DAYS_MAX at most. */
  longerThan?: number;
  after?: string;
  limit?: number;
}

/** A topic that stood in a state, and left it. */
export interface FigureStay {
  id: string;
  topic: TopicSummary;
  /** Whole ones. */
  days: number;
  /** ms since 1970 */
  leftAt: number;
}

/** GET /figures/promises and /figures/open/promises: the rows behind a number, newest first, those of a light or overdue soonest due first. */
export interface FigurePromisesQuery extends FigureQuery {
  standing?: PromiseStanding;
  replyClass?: ReplyClass;
  light?: OpenLight;
  /** Owing, and past the promised date now. */
  overdue?: boolean;
  /** Only those whose answers are shown. */
  evaluated?: boolean;
  after?: string;
  limit?: number;
}

/** GET /figures/sessions and /figures/open/sessions: those that were held, latest first. */
export interface FigureSessionsQuery extends FigureQuery {
  after?: string;
  limit?: number;
}
