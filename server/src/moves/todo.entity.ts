import type { ItemKind } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RefColumn, RegionColumn, WordColumn } from '../database/columns.js';

/** Work that waits for somebody; written and removed in the transaction of the move that causes it. */
@Entity('todos')
@Index(['assignee', 'dueAt', 'id'])
@Index(['kind', 'itemId'])
@Index(['remindAt', 'id'])
@Index(['escalatedAt', 'dueAt', 'id'])
export class TodoEntity {
  @IdColumn() id: string;
  @WordColumn() kind: ItemKind;
  @RefColumn() itemId: string;
  /** `person:ID`, `department:ID` or `ROLE@REGION`. */
  @LineColumn(60) assignee: string;
  @LineColumn(40) does: string;
  @LineColumn(80) title: string;
  @RegionColumn() township: string;
  @EpochColumn() dueAt: number;
  @EpochColumn() createdAt: number;
  /** It is in the inbox from then on; null: from the beginning. */
  @EpochColumn({ nullable: true }) opensAt: number | null;
  /** When whoever has it is next told of it; null: never. */
  @EpochColumn({ nullable: true }) remindAt: number | null;
  /** When the county office was told that it has waited too long. */
  @EpochColumn({ nullable: true }) escalatedAt: number | null;
}

/** Can be done already at a moment, ms since 1970: the one parameter. */
export const TODO_IS_OPEN = '(opens_at IS NULL OR opens_at <= ?)';
