import type { TimelineEntry } from '../events/event.contract.js';
import type { AgreedTask, MinutesRecord } from '../minutes/minutes.content.js';
import type { AgreedTaskView } from '../minutes/minutes.contract.js';
import type { Conclusion } from '../minutes/minutes.rules.js';
import type { TaskSummary } from '../tasks/task.summary.js';
import type { TopicOnPaper } from '../topics/topic.on-paper.js';
import type { OutcomeAction, OutcomeState } from './outcome.states.js';

/** PUT /outcomes/:id while it is drafted */
export interface OutcomeInput {
  /** What everyone reads first (公开摘要). */
  summary: string;
  suggestions: string[];
  tasks: AgreedTask[];
  /** 报送单位; as they are where left out. */
  recipients?: string[];
  /** The one that was read; another one now means that somebody has written since (OUTCOME.STALE). */
  revision: number;
}

/** POST /outcomes/:id/send */
export interface OutcomeSend {
  /** 文号 */
  documentNumber?: string;
}

/** POST /outcomes/:id/instruct: internal, never shown to the public. */
export interface OutcomeInstruct {
  instructor: string;
  instruction: string;
}

/** GET /outcomes: published ones, newest first; GET /outcomes/work: all of them. */
export interface OutcomeQuery {
  region: string;
  after?: string;
  limit?: number;
}

export interface OutcomeSummary {
  id: string;
  title: string;
  state: OutcomeState;
  conclusion: Conclusion;
  township: string;
  townshipName: string;
  summary: string;
  publishedAt: number | null;
}

export interface OutcomeDetail extends OutcomeSummary, MinutesRecord {
  sessionId: string;
  minutesId: string;
  topics: TopicOnPaper[];
  consensus: string[];
  dissent: string[];
  /** 本次会议无保留意见, confirmed by the recorder. */
  noDissent: boolean;
  suggestions: string[];
  /** What will be handed out; after that the tasks themselves. */
  agreedTasks: AgreedTaskView[];
  /** What its minutes agreed, see besideMinutes; null where this viewer does not read those. */
  minutesTasks: AgreedTaskView[] | null;
  /** A later version of its minutes that holds now; null: none, or this viewer does not read it. */
  minutesCorrected: { id: string; version: number; publishedAt: number } | null;
  tasks: TaskSummary[];
  documentNumber: string | null;
  /** 报送单位: only for those who handle it. */
  recipients: string[];
  /** 批示: only for staff. */
  instructor: string | null;
  instruction: string | null;
  canEdit: boolean;
  /** Counts the times it was written; sent back with the next writing. */
  revision: number;
  dueAt: number | null;
  actions: OutcomeAction[];
  timeline: TimelineEntry[];
}
