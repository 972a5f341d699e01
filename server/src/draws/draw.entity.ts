import type { DrawQuota, DrawState, ParticipantCategory } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  JsonColumn,
  LineColumn,
  RefColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** A draw of participants; a later round takes the place of those before it. */
@Entity('session_draws')
@Index(['sessionId', 'round'], { unique: true })
export class SessionDrawEntity {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  @Column({ type: 'int' }) round: number;
  @WordColumn() state: DrawState;
  @JsonColumn() quotas: DrawQuota[];
  /** Told to nobody while the pool is open. */
  @LineColumn(64) seed: string;
  @LineColumn(64) seedHash: string;
  @TextColumn({ nullable: true }) reason: string | null;
  /** The number of the next ticket, so that none is given twice. */
  @Column({ type: 'int' }) nextTicket: number;
  /** The tickets drawn. */
  @JsonColumn() drawn: number[];
  @RefColumn() openedBy: string;
  @EpochColumn() openedAt: number;
  @EpochColumn({ nullable: true }) drawnAt: number | null;
}

/** Somebody who is willing to take part, in the pool of one draw. */
@Entity('draw_entries')
@Index(['drawId', 'personId'], { unique: true })
@Index(['drawId', 'ticket'], { unique: true })
export class DrawEntryEntity {
  @IdColumn() id: string;
  @RefColumn() drawId: string;
  @Index() @RefColumn() personId: string;
  @WordColumn() category: ParticipantCategory;
  @Column({ type: 'int' }) ticket: number;
  @EpochColumn() createdAt: number;
}
