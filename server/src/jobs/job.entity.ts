import { Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  IdColumn,
  JsonColumn,
  LineColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** dead: given up, for an administrator to look at. */
export type JobState = 'waiting' | 'done' | 'dead';

/** Work to be done after the transaction that asked for it; written in that transaction. */
@Entity('jobs')
@Index(['state', 'runAt', 'id'])
@Index(['lane', 'state', 'id'])
export class JobEntity {
  @IdColumn() id: string;
  @LineColumn(40) kind: string;
  /** Jobs of one lane are done one at a time, in the order of their ids. */
  @LineColumn(80, { nullable: true }) lane: string | null;
  @Index({ unique: true }) @LineColumn(120, { nullable: true }) dedupeKey: string | null;
  @JsonColumn() payload: unknown;
  @WordColumn() state: JobState;
  /** Not before this; while a worker has the job, when it may be taken from that worker. */
  @EpochColumn() runAt: number;
  /** How often it was begun: it is part of every claim, so that two workers never hold the same one. */
  @CountColumn() attempts: number;
  /** How many of the attempts went wrong. */
  @CountColumn() failures: number;
  @TextColumn({ nullable: true }) lastError: string | null;
  @EpochColumn() createdAt: number;
  @Index() @EpochColumn({ nullable: true }) doneAt: number | null;
}

/** When each regular piece of work is due next. */
@Entity('schedules')
export class ScheduleEntity {
  @Column({ type: 'varchar', length: 40, primary: true }) name: string;
  @EpochColumn() nextAt: number;
}
