import type { TopicState } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  FlagColumn,
  IdColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  WordColumn,
} from '../database/columns.js';

/**
 * A topic stood in a state, and left it: what the dashboard's time in each state is made of. What changes of a row is `listed`,
 * with its topic; those of a topic are written anew where the night's recount finds that its events tell of others.
 */
@Entity('topic_stays')
@Index(['topicId'])
// Those of a state that ended last, in an index that holds all that is asked for.
@Index(['township', 'state', 'leftAt', 'id', 'listed', 'days', 'topicId'])
@Index(['county', 'state', 'leftAt', 'id', 'listed', 'days', 'topicId'])
// Those that took longest; without the topic, so that its name is its own.
@Index(['township', 'state', 'days', 'leftAt', 'id', 'listed'])
@Index(['county', 'state', 'days', 'leftAt', 'id', 'listed'])
// The same of a month.
@Index(['township', 'state', 'leftMonth', 'days', 'leftAt', 'id', 'listed', 'topicId'])
@Index(['county', 'state', 'leftMonth', 'days', 'leftAt', 'id', 'listed', 'topicId'])
export class TopicStayEntity {
  @IdColumn() id: string;
  @RefColumn() topicId: string;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @WordColumn() state: TopicState;
  /** Whole ones. */
  @CountColumn() days: number;
  /** Whether everyone may read of the move that ended it. */
  @FlagColumn() isPublic: boolean;
  /** Whether everyone may open it: they see the topic too. Kept by followTopic. */
  @FlagColumn() listed: boolean;
  @EpochColumn() leftAt: number;
  /** In China, YYYY-MM. */
  @LineColumn(7) leftMonth: string;
}
