import type { Role, StaffEventAction } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RefColumn, RegionColumn, WordColumn } from '../database/columns.js';

/** Who gave or took which role, or opened, reset or disabled a staff account; rows are only ever added. */
@Entity('staff_events')
@Index(['county', 'id'])
@Index(['personId', 'id'])
export class StaffEventEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @WordColumn() action: StaffEventAction;
  /** Null: whoever runs the server. */
  @Index() @RefColumn({ nullable: true }) actorId: string | null;
  /** Whom it is about. */
  @RefColumn() personId: string;
  /** The role that was given or taken, with where; null for an account. */
  @WordColumn({ nullable: true }) role: Role | null;
  @RegionColumn({ nullable: true }) region: string | null;
  @RefColumn({ nullable: true }) departmentId: string | null;
  @LineColumn(40, { nullable: true }) requestId: string | null;
  @EpochColumn() at: number;
}
