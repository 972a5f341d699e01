import type {
  Capacity,
  ContentKind,
  ContentState,
  ItemKind,
  PublicKind,
  ReportCategory,
  ReportState,
  ReviewCause,
} from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** The check of one version of something; a change of the content makes a new row and leaves this one superseded. */
@Entity('content_checks')
@Index(['kind', 'ownerId', 'id'])
@Index(['township', 'state', 'id'])
@Index(['county', 'state', 'id'])
@Index(['state', 'createdAt'])
export class ContentCheckEntity {
  @IdColumn() id: string;
  @WordColumn() kind: ContentKind;
  /** The id of its row; of a rating, the task's and the person's. */
  @LineColumn(60) ownerId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @RefColumn() authorId: string;
  @LineColumn(80) title: string;
  /** As it was checked; kept as evidence, also when the author changes it. */
  @TextColumn() text: string;
  /** Of title and text: the same again needs no new check. */
  @LineColumn(64) hash: string;
  @WordColumn() state: ContentState;
  /** WeChat's label, see labelWords. */
  @Column({ type: 'int', nullable: true }) label: number | null;
  /** WeChat's ids of the checks of its parts, to quote to its support. */
  @JsonColumn() traceIds: string[];
  @WordColumn({ nullable: true }) cause: ReviewCause | null;
  /** What the person who decided last wrote. */
  @TextColumn({ nullable: true }) reason: string | null;
  @TextColumn({ nullable: true }) appeal: string | null;
  /** The page it stands on. */
  @WordColumn({ nullable: true }) pageKind: ItemKind | null;
  @RefColumn({ nullable: true }) pageId: string | null;
  @RefColumn({ nullable: true }) decidedBy: string | null;
  @EpochColumn({ nullable: true }) supersededAt: number | null;
  /** When the text is let go, see TRACE_DAYS; null while somebody may still have to read it, and once it is gone. */
  @Index() @EpochColumn({ nullable: true }) textUntil: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

/** Who decided what about content, reports and feedback, and why; rows are only ever added. */
@Entity('moderation_events')
@Index(['subject', 'subjectId', 'id'])
export class ModerationEventEntity {
  @IdColumn() id: string;
  @WordColumn() subject: 'content' | 'report' | 'feedback' | 'words';
  /** The id of the check, the report or the feedback; the county of a list of words. */
  @RefColumn() subjectId: string;
  @WordColumn() action: string;
  @WordColumn({ nullable: true }) fromState: string | null;
  @WordColumn() toState: string;
  /** Null: the machine. */
  @RefColumn({ nullable: true }) actorId: string | null;
  @WordColumn() capacity: Capacity;
  @TextColumn({ nullable: true }) reason: string | null;
  /** E.g. the label and the trace ids of the machine's answer. */
  @JsonColumn({ nullable: true }) data: Record<string, unknown> | null;
  @EpochColumn() at: number;
}

/**
 * A photo's order at WeChat and the verdict on it. Either may come first: the verdict is pushed, and may overtake
 * the transaction that notes the order.
 */
@Entity('media_verdicts')
export class MediaVerdictEntity {
  @KeyColumn(128) traceId: string;
  /** Null: the verdict came first. */
  @RefColumn({ nullable: true }) checkId: string | null;
  /** Pass, review, risky, or failed where WeChat could not read the photo; null: not come yet. */
  @WordColumn({ nullable: true }) suggest: 'pass' | 'review' | 'risky' | 'failed' | null;
  @Column({ type: 'int', nullable: true }) label: number | null;
  @Index() @EpochColumn() createdAt: number;
}

/** 举报 */
@Entity('reports')
@Index(['kind', 'itemId', 'reporterId'], { unique: true })
@Index(['township', 'state', 'id'])
@Index(['county', 'state', 'id'])
@Index(['reporterId', 'id'])
export class ReportEntity {
  @IdColumn() id: string;
  @WordColumn() kind: PublicKind;
  @RefColumn() itemId: string;
  /** The page it stands on. */
  @WordColumn() pageKind: ItemKind;
  @RefColumn() pageId: string;
  @LineColumn(80) title: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @RefColumn() reporterId: string;
  @WordColumn() category: ReportCategory;
  @TextColumn({ nullable: true }) note: string | null;
  @WordColumn() state: ReportState;
  @TextColumn({ nullable: true }) reply: string | null;
  @EpochColumn() createdAt: number;
  @EpochColumn({ nullable: true }) decidedAt: number | null;
}

/** A county's own list of words; its changes stand in moderation_events. */
@Entity('blocked_words')
export class BlockedWordsEntity {
  @KeyColumn(12) county: string;
  @JsonColumn() words: string[];
  @EpochColumn() changedAt: number;
}
