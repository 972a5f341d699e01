import type { LiveChange } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  RefColumn,
  WordColumn,
} from '../database/columns.js';

/** The log of one session, from its start on; holding its row is the right to write the next entry. */
@Entity('live_sessions')
export class LiveSessionEntity {
  /** That of the session. */
  @IdColumn() id: string;
  /** Of the last entry. */
  @CountColumn() seq: number;
  @EpochColumn() lastAt: number;
  @EpochColumn({ nullable: true }) closedAt: number | null;
}

/** One line of it; names are not in it but found from the person, so that they go with the account. */
@Entity('live_entries')
export class LiveEntryEntity {
  @KeyColumn() sessionId: string;
  @Column({ type: 'int', primary: true }) seq: number;
  @EpochColumn() at: number;
  @WordColumn() kind: LiveChange['kind'];
  /** Who did it; null for a count of votes, which says nothing of who voted. */
  @Index() @RefColumn({ nullable: true }) actorId: string | null;
  /** Whom it is about: who raised a hand, has the floor, wrote a point. */
  @Index() @RefColumn({ nullable: true }) personId: string | null;
  /** The rest of the LiveChange, without names. */
  @JsonColumn() body: object;
}

/** How somebody votes in a poll. The only place that says it. */
@Entity('live_votes')
export class LiveVoteEntity {
  @KeyColumn() pollId: string;
  @Index() @KeyColumn() personId: string;
  @RefColumn() sessionId: string;
  /** Index of the option. */
  @Column({ type: 'int' }) choice: number;
  @EpochColumn() at: number;
}
