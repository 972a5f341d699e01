import type { Capacity, ContentState, EvaluationTally, EvaluationVerdict, VisitFinding } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../../database/columns.js';

/** That somebody went to see whether it is done; one a person and reply. */
@Entity('task_visits')
@Index(['taskId', 'personId', 'repliedAt'], { unique: true })
export class TaskVisitEntity {
  @IdColumn() id: string;
  @RefColumn() taskId: string;
  @Index() @RefColumn() personId: string;
  /** When the reply was given that they went to see. */
  @EpochColumn() repliedAt: number;
  /** As what they went. */
  @WordColumn() capacity: Capacity;
  @EpochColumn() visitedAt: number;
  @WordColumn() finding: VisitFinding;
  @TextColumn() text: string;
  /** Whether others read the words, see the content machine. */
  @WordColumn({ default: 'pending' }) content: ContentState;
  @EpochColumn() createdAt: number;
}

/** One evaluation of a task; it is there from the reply on, with the digest of the seed of its sample. */
@Entity('task_evaluations')
@Index(['taskId', 'round'], { unique: true })
export class TaskEvaluationEntity {
  @IdColumn() id: string;
  @RefColumn() taskId: string;
  @CountColumn() round: number;
  /** Told to nobody before the sample is drawn. */
  @LineColumn(64) seed: string;
  @LineColumn(64) seedHash: string;
  /** How many could be drawn; their tickets were 1 to this. */
  @CountColumn() pool: number;
  /** The tickets drawn. */
  @JsonColumn() drawn: number[];
  /** Null before the first answer. */
  @JsonColumn({ nullable: true }) tally: EvaluationTally | null;
  @EpochColumn() committedAt: number;
  @EpochColumn({ nullable: true }) openedAt: number | null;
  @EpochColumn({ nullable: true }) endsAt: number | null;
  @EpochColumn({ nullable: true }) concludedAt: number | null;
  @WordColumn({ nullable: true }) verdict: EvaluationVerdict | null;
}

/** Somebody drawn to rate a task, once for all its evaluations. */
@Entity('task_samples')
export class TaskSampleEntity {
  @KeyColumn() taskId: string;
  @Index() @KeyColumn() personId: string;
  @RefColumn() evaluationId: string;
  @EpochColumn() drawnAt: number;
}

/** 回头看: one asking whether what was closed still holds. */
@Entity('task_look_backs')
@Index(['taskId', 'closedAt', 'nth'], { unique: true })
@Index(['askedAt', 'askAt', 'id'])
export class LookBackEntity {
  @IdColumn() id: string;
  @RefColumn() taskId: string;
  /** Of the closing that it looks back at. */
  @EpochColumn() closedAt: number;
  @Column({ type: 'int' }) nth: number;
  /** Planned for. */
  @EpochColumn() askAt: number;
  @EpochColumn({ nullable: true }) askedAt: number | null;
  @EpochColumn({ nullable: true }) closesAt: number | null;
  @CountColumn() yes: number;
  @CountColumn() no: number;
  /** A No that neither reopened the task nor was answered yet. */
  @EpochColumn({ nullable: true }) waitingSince: number | null;
  @EpochColumn({ nullable: true }) reopenedAt: number | null;
  @TextColumn({ nullable: true }) replyText: string | null;
  @EpochColumn({ nullable: true }) repliedAt: number | null;
}

/** What one person answered to one look-back. */
@Entity('look_back_answers')
@Index(['lookBackId', 'personId'], { unique: true })
export class LookBackAnswerEntity {
  @IdColumn() id: string;
  @RefColumn() lookBackId: string;
  @Index() @RefColumn() personId: string;
  @FlagColumn() works: boolean;
  @TextColumn({ nullable: true }) reason: string | null;
  /** Whether others read the reason, see the content machine. */
  @WordColumn({ default: 'pending' }) content: ContentState;
  @EpochColumn() at: number;
}
