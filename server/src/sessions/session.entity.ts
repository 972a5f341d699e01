import type {
  ContentState,
  MapPoint,
  ParticipantCategory,
  ParticipantOrigin,
  ProgrammeItem,
  Seating,
  SessionFormat,
  SessionState,
} from '@consult/shared';
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
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** 协商活动 */
@Entity('sessions')
@Index(['township', 'startsAt', 'id', 'state'])
@Index(['county', 'startsAt', 'id', 'state'])
export class SessionEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @LineColumn(60) title: string;
  @WordColumn() format: SessionFormat;
  @WordColumn() state: SessionState;
  @EpochColumn() startsAt: number;
  @EpochColumn() endsAt: number;
  @LineColumn(80) place: string;
  @JsonColumn({ nullable: true }) location: MapPoint | null;
  @LineColumn(32, { nullable: true }) meetingNumber: string | null;
  @LineColumn(32, { nullable: true }) dialIn: string | null;
  @JsonColumn() questions: string[];
  @JsonColumn() programme: ProgrammeItem[];
  @Column({ type: 'int' }) seats: number;
  @CountColumn() seated: number;
  @CountColumn() waiting: number;
  @Index() @RefColumn() initiatorId: string;
  @Index() @RefColumn() chairId: string;
  @Index() @RefColumn() recorderId: string;
  @JsonColumn() signatoryIds: string[];
  /** Raised by each change; who changes it says which one they read. */
  @CountColumn() revision: number;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  /** Its first notice: from then on everyone may see it. */
  @EpochColumn({ nullable: true }) announcedAt: number | null;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

@Entity('session_topics')
export class SessionTopicEntity {
  @KeyColumn() sessionId: string;
  @Index() @KeyColumn() topicId: string;
}

@Entity('participants')
@Index(['sessionId', 'personId'], { unique: true })
@Index(['sessionId', 'seating', 'id'])
export class ParticipantEntity {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  /** Null for a guest, who has no account. */
  @Index() @RefColumn({ nullable: true }) personId: string | null;
  /** Who recommended them, and a guest's name, and unit or office; all encrypted, and gone after namesUntil. */
  @TextColumn({ nullable: true }) recommendedBy: string | null;
  @TextColumn({ nullable: true }) guestName: string | null;
  @TextColumn({ nullable: true }) guestUnit: string | null;
  @Index() @EpochColumn({ nullable: true }) namesUntil: number | null;
  @WordColumn() category: ParticipantCategory;
  @WordColumn() origin: ParticipantOrigin;
  @WordColumn() seating: Seating;
  /** Null while the roll has not reached this person. */
  @FlagColumn({ nullable: true }) present: boolean | null;
  @EpochColumn() createdAt: number;
}
