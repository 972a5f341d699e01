import type {
  ContentState,
  MapPoint,
  Redirect,
  TopicCategory,
  TopicEnding,
  TopicSource,
  TopicState,
} from '@consult/shared';
import { Entity, Index } from 'typeorm';
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

/** 议题 */
@Entity('topics')
@Index(['township', 'isPublic', 'id'])
@Index(['county', 'isPublic', 'id'])
@Index(['township', 'state', 'id'])
@Index(['county', 'state', 'id'])
// Not township first: MySQL would take it for the public list, and sort what the index above has in order.
@Index(['state', 'township', 'isPublic'])
@Index(['raiserId', 'id'])
// The rows behind a figure, newest submission first, without reading those that do not belong to it.
@Index(['township', 'submittedAt', 'id', 'state', 'source', 'category'])
@Index(['county', 'submittedAt', 'id', 'state', 'source', 'category'])
@Index(['code'], { unique: true })
export class TopicEntity {
  @IdColumn() id: string;
  /** What it is called in public for good, see shared/links/public-code.ts. */
  @LineColumn(8, { default: '' }) code: string;
  @LineColumn(40) title: string;
  @TextColumn() description: string;
  @WordColumn() category: TopicCategory;
  @WordColumn() source: TopicSource;
  @WordColumn() state: TopicState;
  /** The state before it was suspended or withdrawn. */
  @WordColumn({ nullable: true }) heldFrom: TopicState | null;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @RegionColumn() community: string;
  @LineColumn(60, { nullable: true }) place: string | null;
  @JsonColumn({ nullable: true }) location: MapPoint | null;
  @TextColumn({ nullable: true }) suggestion: string | null;
  @TextColumn({ nullable: true }) tried: string | null;
  @LineColumn(100, { nullable: true }) affected: string | null;
  @FlagColumn() anonymous: boolean;
  /** Internal only, whatever its state. */
  @FlagColumn({ default: false }) sensitive: boolean;
  /** Whether its text may be shown, see the content machine. */
  @WordColumn({ default: 'pending' }) content: ContentState;
  /** Kept by isTopicPublic() at every move and check, so that lists can use an index. */
  @FlagColumn({ default: false }) isPublic: boolean;
  @RefColumn() raiserId: string;
  /** 代录: the person it was recorded for, who has no account; `raiserId` is then the convener. */
  @LineColumn(40, { nullable: true }) onBehalfOf: string | null;
  /** Their phone number, encrypted, see ON_BEHALF_PHONE_FIELD. */
  @TextColumn({ nullable: true }) onBehalfPhone: string | null;
  @WordColumn({ nullable: true }) redirect: Redirect | null;
  @TextColumn({ nullable: true }) redirectNote: string | null;
  @Index() @RefColumn({ nullable: true }) mergedInto: string | null;
  @Index() @RefColumn({ nullable: true }) planId: string | null;
  /** People who co-signed it or a topic merged into it, each counted once. */
  @CountColumn() cosigns: number;
  /** When it was first sent in; null: never. */
  @EpochColumn({ nullable: true }) submittedAt: number | null;
  @EpochColumn({ nullable: true }) acceptedAt: number | null;
  /** When a promise about it was first made. */
  @EpochColumn({ nullable: true }) promisedAt: number | null;
  /** How it ended, while it is closed. */
  @WordColumn({ nullable: true }) ending: TopicEnding | null;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

/** 附议 */
@Entity('cosigns')
export class CosignEntity {
  @KeyColumn() topicId: string;
  @Index() @KeyColumn() personId: string;
  @EpochColumn() createdAt: number;
}
