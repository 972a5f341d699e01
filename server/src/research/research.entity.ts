import type { ContentState, ResearchMethod, ResearchState } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
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

/** 会前调研, on a topic or on a session. */
@Entity('research')
@Index(['topicId', 'id'])
@Index(['sessionId', 'id'])
export class ResearchEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @RefColumn({ nullable: true }) topicId: string | null;
  @RefColumn({ nullable: true }) sessionId: string | null;
  @LineColumn(60) title: string;
  @WordColumn() state: ResearchState;
  @JsonColumn() methods: ResearchMethod[];
  @RefColumn() leadId: string;
  @RefColumn() initiatorId: string;
  /** The date that was set for the report; `dueAt` is what the state waits for. */
  @EpochColumn() reportDueAt: number;
  @TextColumn() situation: string;
  @TextColumn() data: string;
  @TextColumn() demands: string;
  @TextColumn() policy: string;
  @TextColumn() summary: string;
  @JsonColumn() questions: string[];
  @CountColumn() visits: number;
  /** Raised by each change of the plan or the report. */
  @CountColumn() revision: number;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  @EpochColumn({ nullable: true }) finishedAt: number | null;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}

/** Who is in the group; the lead too. */
@Entity('research_members')
export class ResearchMemberEntity {
  @KeyColumn() researchId: string;
  @Index() @KeyColumn() personId: string;
}

@Entity('research_visits')
@Index(['researchId', 'visitedAt', 'id'])
export class ResearchVisitEntity {
  @IdColumn() id: string;
  @RefColumn() researchId: string;
  @RefColumn() personId: string;
  @EpochColumn() visitedAt: number;
  @LineColumn(80) place: string;
  @LineColumn(120) who: string;
  @TextColumn() found: string;
  @EpochColumn() createdAt: number;
}
