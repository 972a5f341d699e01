import type { ContentState, EvaluatorKind, Rating, ReplyClass, TaskState, TopicCategory } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WholeColumn,
  WordColumn,
} from '../database/columns.js';

/** When it was made, how it stands and how it was rated. */
const MADE_AND_RATED = [
  'createdAt',
  'id',
  'state',
  'replyClass',
  'carriedOver',
  'listed',
  'parentId',
  'dueAt',
  'satisfied',
  'fair',
  'dissatisfied',
];

/** How it stands, and what the ledger is looked through by. */
const STANDING = [
  'listed',
  'state',
  'dueAt',
  'lastWordAt',
  'replyClass',
  'category',
  'promisedYear',
  'leadDepartmentId',
];

/** 承办事项: a promise with a department and a date. */
@Entity('tasks')
// Soonest due first, of a state: of all years, and of one.
@Index(['township', 'state', 'dueAt', 'id', 'createdAt'])
@Index(['county', 'state', 'dueAt', 'id', 'createdAt'])
@Index(['township', 'state', 'promisedYear', 'dueAt', 'id', 'createdAt'])
@Index(['county', 'state', 'promisedYear', 'dueAt', 'id', 'createdAt'])
// Counts the lights, of a county by township, and what is late of a period, without reading a row.
@Index(['county', 'state', 'parentId', 'dueAt', 'lastWordAt', 'township', 'listed', 'createdAt'])
@Index(['township', 'state', 'parentId', 'dueAt', 'lastWordAt', 'listed', 'createdAt'])
@Index(['leadDepartmentId', 'state', 'dueAt', 'id'])
@Index(['supervisorId', 'state', 'dueAt', 'id'])
// What was promised in a period, newest first, how it stands and how it was rated: counted without reading a row.
@Index(['county', ...MADE_AND_RATED])
@Index(['township', ...MADE_AND_RATED])
@Index(['code'], { unique: true })
// The public ledger, newest first: as it is, and by each of its filters.
@Index(['county', 'listed', 'id'])
@Index(['township', 'listed', 'id'])
@Index(['county', 'listed', 'category', 'id'])
@Index(['township', 'listed', 'category', 'id'])
@Index(['county', 'listed', 'promisedYear', 'id'])
@Index(['township', 'listed', 'promisedYear', 'id'])
@Index(['county', 'listed', 'replyClass', 'id'])
@Index(['township', 'listed', 'replyClass', 'id'])
@Index(['county', 'listed', 'leadDepartmentId', 'id'])
@Index(['township', 'listed', 'leadDepartmentId', 'id'])
// How what is not done yet of the ledger stands, by each of its filters.
@Index(['county', ...STANDING])
@Index(['township', ...STANDING])
export class TaskEntity {
  @IdColumn() id: string;
  /** What it is called in public for good, see shared/links/public-code.ts. */
  @LineColumn(8, { default: '' }) code: string;
  /** The promise that this is a part of (子任务); null: a promise of its own. Set at creation, never changed. */
  @Index() @RefColumn({ nullable: true }) parentId: string | null;
  /** How much this part counts among its parent's. */
  @WholeColumn({ default: 1 }) weight: number;
  @Index() @RefColumn() outcomeId: string;
  @Index() @RefColumn() sessionId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @LineColumn(200) what: string;
  /** Of the first topic that it is about. */
  @WordColumn({ default: '' }) category: TopicCategory;
  /** The year in China in which it was promised. */
  @CountColumn() promisedYear: number;
  @WordColumn() state: TaskState;
  @RefColumn() leadDepartmentId: string;
  @JsonColumn() coDepartmentIds: string[];
  @LineColumn(60, { nullable: true }) funds: string | null;
  /** Whole yuan. */
  @WholeColumn({ nullable: true }) fundsPlanned: number | null;
  /** Whole yuan, the sum of what was reported; null: nothing yet. */
  @WholeColumn({ nullable: true }) fundsSpent: number | null;
  /** 0 to 100, see taskProgress in shared; kept up to date by TaskProgress. */
  @CountColumn() progress: number;
  /** The leader who sees to it (领办督办). */
  @RefColumn({ nullable: true }) supervisorId: string | null;
  /** The date that is promised now; it moves with an approved extension, a pause and a redo alone. */
  @EpochColumn() dueAt: number;
  /** The date that was promised first. */
  @EpochColumn({ default: 0 }) firstDueAt: number;
  /** The deadline of what it waits for now. */
  @EpochColumn({ nullable: true }) currentDueAt: number | null;
  /** When there was last word of it: a move, a report, a request of its department. */
  @EpochColumn({ default: 0 }) lastWordAt: number;
  /** Since when its clock stands still; null while it runs. */
  @EpochColumn({ nullable: true }) pausedAt: number | null;
  /** A new session's outcome took it over (由新成果承接). */
  @FlagColumn({ default: false }) carriedOver: boolean;
  @CountColumn() refusals: number;
  @WordColumn({ nullable: true }) replyClass: ReplyClass | null;
  @TextColumn({ nullable: true }) replyText: string | null;
  @TextColumn({ nullable: true }) replyReason: string | null;
  @EpochColumn({ nullable: true }) repliedAt: number | null;
  /** When what cannot be done yet (C, D) is looked at again. */
  @EpochColumn({ nullable: true }) reviewAt: number | null;
  /** Null while it is open, and for one that a new outcome took over: nobody looks back at that. */
  @EpochColumn({ nullable: true }) closedAt: number | null;
  @EpochColumn({ nullable: true }) evaluationEndsAt: number | null;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  /** Whether it stands in the public ledger, see task-listing.ts. */
  @FlagColumn({ default: false }) listed: boolean;
  /** Answers on handling in the evaluation that runs or ran last. */
  @CountColumn() satisfied: number;
  @CountColumn() fair: number;
  @CountColumn() dissatisfied: number;
  /** In the same one on how it was deliberated, and on what was settled, see task-answers.ts. */
  @CountColumn() processSatisfied: number;
  @CountColumn() processFair: number;
  @CountColumn() processDissatisfied: number;
  @CountColumn() resultSatisfied: number;
  @CountColumn() resultFair: number;
  @CountColumn() resultDissatisfied: number;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

@Entity('task_progress')
export class TaskProgressEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() taskId: string;
  @RefColumn() personId: string;
  /** Whose word it is; null: its lead's, from before co-leads reported. */
  @RefColumn({ nullable: true }) departmentId: string | null;
  @TextColumn() text: string;
  /** How far it is, as its lead says, 0 to 100. */
  @WholeColumn({ nullable: true }) percent: number | null;
  /** Why that is less than before. */
  @TextColumn({ nullable: true }) reason: string | null;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  @EpochColumn() at: number;
}

/** One person's answer on one task's result; the latest counts. */
@Entity('ratings')
export class RatingEntity {
  @KeyColumn() taskId: string;
  @KeyColumn() personId: string;
  /** As what they rate; null: given before it was kept. */
  @WordColumn({ nullable: true }) kind: EvaluatorKind | null;
  @WordColumn() process: Rating;
  @WordColumn() result: Rating;
  @WordColumn() handling: Rating;
  @TextColumn({ nullable: true }) comment: string | null;
  /** Whether others read the comment, see the content machine. */
  @WordColumn({ default: 'pending' }) content: ContentState;
  @EpochColumn() updatedAt: number;
}
