import type { TaskLight } from '../tasks/task.lights.js';
import type { ReplyClass } from '../tasks/task.rules.js';
import type { TaskState } from '../tasks/task.states.js';
import type { TopicCategory } from '../topics/topic.rules.js';

/** What the ledger is looked through by. */
export interface LedgerFilter {
  /** A county or a township. */
  region: string;
  departmentId?: string;
  category?: TopicCategory;
  /** The year in China in which it was promised. */
  year?: number;
  light?: TaskLight;
  replyClass?: ReplyClass;
}

/**
 * GET /ledger: every promise about a public topic, latest first, and of a light that is not done soonest due first; parts
 * stand within their promise alone.
 */
export interface LedgerQuery extends LedgerFilter {
  after?: string;
  limit?: number;
}

/** One promise as the ledger shows it. */
export interface LedgerEntry {
  id: string;
  /** Its page without the app is plainPath('promise', code). */
  code: string;
  what: string;
  category: TopicCategory;
  township: string;
  townshipName: string;
  leadDepartment: string;
  /** ms since 1970 */
  promisedAt: number;
  /** The date that was promised first, ms since 1970. */
  firstDueAt: number;
  /** The date that counts now: another one where an extension was granted. */
  dueAt: number;
  /** When it was answered last, also where that is to be done again, ms since 1970; null: never. */
  repliedAt: number | null;
  replyClass: ReplyClass | null;
  state: TaskState;
  /** A new session's outcome took it over. */
  carriedOver: boolean;
  light: TaskLight;
  /** Days past the date that counts, until it was answered or until now; 0: not late. */
  lateDays: number;
  /** The working days among them. */
  lateWorkingDays: number;
  /** 0 to 100 */
  progress: number;
  /** Whether photos of how it goes on are shown: of its reports and reply, before and after, or of a visit. */
  hasPhotos: boolean;
}

/** GET /ledger/counts?region=…, under the same filters: each number is how many the list shows under it. */
export interface LedgerCounts {
  /** All of them: the sum of the lights, and of the reply classes with those that have none. */
  made: number;
  lights: Record<TaskLight, number>;
  replies: Record<ReplyClass, number>;
  /** Not answered yet. */
  unanswered: number;
}

/** GET /ledger/filters?region=…: what there is to choose from. */
export interface LedgerFilters {
  /** Latest first. */
  years: number[];
  /** Those that promised something, in the order of their ids. */
  departments: { id: string; name: string }[];
  categories: TopicCategory[];
}
