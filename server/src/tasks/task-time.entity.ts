import type { Capacity, EscalationCause, EscalationLevel, TaskRequestKind, TaskRequestState } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, RefColumn, TextColumn, WholeColumn, WordColumn } from '../database/columns.js';

/** What the department that leads a promise has asked for: another date, another department. */
@Entity('task_requests')
@Index(['taskId', 'id'])
export class TaskRequestEntity {
  @IdColumn() id: string;
  @RefColumn() taskId: string;
  /** The task while it waits, null afterwards: of one promise, one request waits at a time. */
  @Index({ unique: true }) @RefColumn({ nullable: true }) waitingFor: string | null;
  @WordColumn() kind: TaskRequestKind;
  @WordColumn() state: TaskRequestState;
  @RefColumn() personId: string;
  @RefColumn() departmentId: string;
  @TextColumn() reason: string;
  /** The date as it stood, and the one asked for; of an extension. */
  @EpochColumn({ nullable: true }) dueFrom: number | null;
  @EpochColumn({ nullable: true }) dueTo: number | null;
  /** Who should have it in the asker's view, then who got it; of a handover. */
  @RefColumn({ nullable: true }) toDepartmentId: string | null;
  @EpochColumn() askedAt: number;
  @EpochColumn({ nullable: true }) decidedAt: number | null;
  @WordColumn({ nullable: true }) decidedAs: Capacity | null;
  @RefColumn({ nullable: true }) deciderId: string | null;
  @TextColumn({ nullable: true }) decision: string | null;
}

/** That the level above was told, once for one date that was missed or one silence. */
@Entity('task_escalations')
@Index(['taskId', 'cause', 'since', 'level'], { unique: true })
export class TaskEscalationEntity {
  @IdColumn() id: string;
  @RefColumn() taskId: string;
  @WordColumn() cause: EscalationCause;
  @WholeColumn() level: EscalationLevel;
  /** The date that was missed, or when there was last word. */
  @EpochColumn() since: number;
  @EpochColumn() at: number;
}
