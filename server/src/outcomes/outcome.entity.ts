import type { AgreedTask, Conclusion, ContentState, HandShow, MinutesOpinion, OutcomeState } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** 协商成果报告 */
@Entity('outcomes')
@Index(['township', 'publishedAt', 'id'])
@Index(['county', 'publishedAt', 'id'])
export class OutcomeEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() sessionId: string;
  @RefColumn() minutesId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @LineColumn(60) title: string;
  @WordColumn() state: OutcomeState;
  @WordColumn() conclusion: Conclusion;
  @TextColumn() summary: string;
  @JsonColumn() suggestions: string[];
  @JsonColumn() consensus: string[];
  @JsonColumn() dissent: string[];
  /** 本次会议无保留意见 */
  @FlagColumn({ default: false }) noDissent: boolean;
  @JsonColumn({ nullable: true }) handShows: HandShow[] | null;
  @JsonColumn({ nullable: true }) opinions: MinutesOpinion[] | null;
  @JsonColumn() agreedTasks: AgreedTask[];
  /** Raised by each change of the text; a writer says which one they changed. */
  @CountColumn() revision: number;
  @LineColumn(40, { nullable: true }) documentNumber: string | null;
  /** 报送单位, never public; null in rows from before there were any. */
  @JsonColumn({ nullable: true }) recipients: string[] | null;
  /** 批示人 and 批示, never public. */
  @LineColumn(40, { nullable: true }) instructor: string | null;
  @TextColumn({ nullable: true }) instruction: string | null;
  /** Passed until it is taken down. */
  @WordColumn({ default: 'passed' }) content: ContentState;
  @EpochColumn({ nullable: true }) publishedAt: number | null;
  @EpochColumn({ nullable: true }) dueAt: number | null;
  @EpochColumn() createdAt: number;
  @EpochColumn() movedAt: number;
}
