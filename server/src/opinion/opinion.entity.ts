import type { ContentState, ParticipantCategory, RoundState } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  FlagColumn,
  IdColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** 网络议政: a round of short statements that people agree or disagree with, about one topic or one session. */
@Entity('opinion_rounds')
@Index(['township', 'state', 'closesAt', 'id'])
@Index(['county', 'state', 'closesAt', 'id'])
@Index(['state', 'opensAt'])
@Index(['state', 'closesAt'])
export class OpinionRoundEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @Index() @RefColumn({ nullable: true }) topicId: string | null;
  @Index() @RefColumn({ nullable: true }) sessionId: string | null;
  @LineColumn(60) title: string;
  @TextColumn() intro: string;
  @WordColumn() state: RoundState;
  @EpochColumn() opensAt: number;
  @EpochColumn() closesAt: number;
  /** From then on everyone may see it, as far as its subject is public. */
  @EpochColumn({ nullable: true }) openedAt: number | null;
  @Index() @RefColumn() initiatorId: string;
  /** Counted anew with each map, so that no two votes ever wait for one row. */
  @CountColumn() people: number;
  @CountColumn() votes: number;
  @CountColumn() statements: number;
  /** Raised by each change; who changes it says which one they read. */
  @CountColumn() revision: number;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

@Entity('opinion_statements')
@Index(['roundId', 'no'], { unique: true })
@Index(['roundId', 'textKey'], { unique: true })
@Index(['roundId', 'authorId'])
export class OpinionStatementEntity {
  @IdColumn() id: string;
  @RefColumn() roundId: string;
  /** From 1, in the order in which they came. */
  @Column({ type: 'int' }) no: number;
  @LineColumn(140) text: string;
  /** A digest of what of the text counts: no two of a round say the same. */
  @LineColumn(64) textKey: string;
  @Index() @RefColumn() authorId: string;
  /** Written by whoever started the round. */
  @FlagColumn() seed: boolean;
  @WordColumn() content: ContentState;
  /** The weight with which it is drawn, from the latest map; null before there is one. */
  @Column({ type: 'double', nullable: true }) priority: number | null;
  @EpochColumn() createdAt: number;
}

/**
 * One voice in one round. Votes name it, not the person: when an account goes, the voice stays and belongs to nobody.
 */
@Entity('opinion_voters')
@Index(['roundId', 'personId'], { unique: true })
export class OpinionVoterEntity {
  @IdColumn() id: string;
  @RefColumn() roundId: string;
  @Index() @RefColumn({ nullable: true }) personId: string | null;
  @WordColumn() category: ParticipantCategory;
  @EpochColumn() createdAt: number;
}

/** Rows are only ever added; the latest of a voice on a statement counts. */
@Entity('opinion_votes')
@Index(['voterId', 'statementId', 'id'])
@Index(['roundId', 'id'])
export class OpinionVoteEntity {
  @IdColumn() id: string;
  @RefColumn() roundId: string;
  @RefColumn() voterId: string;
  @RefColumn() statementId: string;
  /** 1 agrees, -1 disagrees, 0 passes. */
  @Column({ type: 'int' }) vote: number;
  @EpochColumn() at: number;
}

/** What the mathematics found; only the latest few of a round are kept. */
@Entity('opinion_maps')
@Index(['roundId', 'id'])
export class OpinionMapEntity {
  @IdColumn() id: string;
  @RefColumn() roundId: string;
  /** The latest answers that went into it, and of how many voices. */
  @Column({ type: 'int' }) votesSeen: number;
  @Column({ type: 'int' }) people: number;
  @EpochColumn() computedAt: number;
}

/** Its body, cut into what a text column holds on every database. */
@Entity('opinion_map_parts')
export class OpinionMapPartEntity {
  @KeyColumn() mapId: string;
  @Column({ type: 'int', primary: true }) part: number;
  @TextColumn() body: string;
}
