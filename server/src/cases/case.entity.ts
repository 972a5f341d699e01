import type { CaseState, ContentState, TopicCategory } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  IdColumn,
  JsonColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** 典型案例 */
@Entity('cases')
@Index(['township', 'state', 'id'])
@Index(['county', 'state', 'id'])
@Index(['township', 'featuredAt', 'id'])
@Index(['county', 'featuredAt', 'id'])
@Index(['topicId', 'id'])
export class CaseEntity {
  @IdColumn() id: string;
  @RefColumn() topicId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @WordColumn() category: TopicCategory;
  @WordColumn() state: CaseState;
  @LineColumn(60) title: string;
  @TextColumn() background: string;
  @TextColumn() process: string;
  @JsonColumn() turningPoints: string[];
  @TextColumn() result: string;
  @TextColumn() lessons: string;
  /** Who began it; any convener of the township goes on with it. */
  @RefColumn() writerId: string;
  /** Raised by each change; who changes it says which one they read. */
  @CountColumn() revision: number;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  @EpochColumn({ nullable: true }) featuredAt: number | null;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}
