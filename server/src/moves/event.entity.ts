import type { Capacity, ItemKind } from '@consult/shared';
import { Entity, Index } from 'typeorm';
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

/** One move of one item; rows are only ever added. */
@Entity('events')
@Index(['kind', 'itemId', 'id'])
@Index(['actorId', 'id'])
@Index(['township', 'id'])
@Index(['county', 'id'])
export class EventEntity {
  @IdColumn() id: string;
  @WordColumn() kind: ItemKind;
  @RefColumn() itemId: string;
  @WordColumn() action: string;
  /** Null where the item came into being. */
  @WordColumn({ nullable: true }) fromState: string | null;
  @WordColumn() toState: string;
  @RefColumn() actorId: string;
  /** The role or relation in which the person acted. */
  @WordColumn() capacity: Capacity;
  @RefColumn({ nullable: true }) departmentId: string | null;
  @TextColumn({ nullable: true }) reason: string | null;
  @FlagColumn() isPublic: boolean;
  @FlagColumn() reasonPublic: boolean;
  /** Small facts of the move, e.g. which topic it was merged into. */
  @JsonColumn({ nullable: true }) data: Record<string, unknown> | null;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @LineColumn(40) requestId: string;
  @EpochColumn() at: number;
}

/** Which topics an event concerns: a session may be about several. */
@Entity('event_topics')
export class EventTopicEntity {
  @KeyColumn() topicId: string;
  @KeyColumn() eventId: string;
}
