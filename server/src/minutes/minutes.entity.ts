import type {
  AgreedTask,
  CategoryCount,
  ContentState,
  HandShow,
  MinutesOpinion,
  MinutesState,
  SessionFormat,
  SpeechPoint,
} from '@consult/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  EpochColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** One version of a session's minutes (会议纪要). What the system knew is copied in, so that a version never changes later. */
@Entity('minutes')
@Index(['sessionId', 'version'], { unique: true })
@Index(['township', 'state', 'id'])
@Index(['county', 'state', 'id'])
@Index(['verifyCode'], { unique: true })
@Index(['recorderId', 'id'])
export class MinutesEntity {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @LineColumn(40) number: string;
  @Column({ type: 'int' }) version: number;
  @WordColumn() state: MinutesState;
  @LineColumn(60) sessionTitle: string;
  @WordColumn() format: SessionFormat;
  @EpochColumn() heldAt: number;
  @LineColumn(80) place: string;
  @LineColumn(40) chairName: string;
  @RefColumn() recorderId: string;
  @LineColumn(40) recorderName: string;
  @JsonColumn() signatoryIds: string[];
  @JsonColumn() counts: CategoryCount[];
  @JsonColumn() programme: string[];
  @JsonColumn() questions: string[];
  @TextColumn() situation: string;
  @JsonColumn() points: SpeechPoint[];
  @JsonColumn() departmentAnswers: SpeechPoint[];
  @JsonColumn() consensus: string[];
  @JsonColumn() dissent: string[];
  /** 本次会议无保留意见 */
  @FlagColumn({ default: false }) noDissent: boolean;
  @JsonColumn() tasks: AgreedTask[];
  /** Null in minutes from before there were any. */
  @JsonColumn({ nullable: true }) handShows: HandShow[] | null;
  @JsonColumn({ nullable: true }) opinions: MinutesOpinion[] | null;
  /** In the order shown; a correction shows its predecessor's photos without taking them from it. */
  @JsonColumn() photoIds: string[];
  /** Raised by each change of the text; a writer says which one they changed. */
  @Column({ type: 'int', default: 0 }) revision: number;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  /** See minutes-seal.ts; null until it is published. */
  @LineColumn(64, { nullable: true }) digest: string | null;
  @LineColumn(64, { nullable: true }) previousDigest: string | null;
  @LineColumn(16, { nullable: true }) verifyCode: string | null;
  @EpochColumn({ nullable: true }) objectionEndsAt: number | null;
  @EpochColumn({ nullable: true }) publishedAt: number | null;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

@Entity('minutes_objections')
export class MinutesObjectionEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() minutesId: string;
  @RefColumn() personId: string;
  @TextColumn() text: string;
  @TextColumn({ nullable: true }) answer: string | null;
  @FlagColumn({ nullable: true }) upheld: boolean | null;
  /** Whether others read it, see the content machine. */
  @WordColumn({ default: 'pending' }) content: ContentState;
  @EpochColumn() createdAt: number;
  @EpochColumn({ nullable: true }) answeredAt: number | null;
}

/** 核签 */
@Entity('minutes_signatures')
export class MinutesSignatureEntity {
  @KeyColumn() minutesId: string;
  @KeyColumn() personId: string;
  @EpochColumn() signedAt: number;
}

/** What a draft said at one revision, until it is published: what two who write at once began with. */
@Entity('minutes_revisions')
export class MinutesRevisionEntity {
  @KeyColumn() minutesId: string;
  @PrimaryColumn({ type: 'int' }) revision: number;
  @RefColumn() writerId: string;
  @TextColumn() situation: string;
  @JsonColumn() points: SpeechPoint[];
  @JsonColumn() departmentAnswers: SpeechPoint[];
  @JsonColumn() consensus: string[];
  @JsonColumn() dissent: string[];
  @FlagColumn() noDissent: boolean;
  @JsonColumn() tasks: AgreedTask[];
  @JsonColumn() photoIds: string[];
  @EpochColumn() savedAt: number;
}
