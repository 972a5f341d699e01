import type { AgreedTask, OutcomeDetail } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { aboutPublicTopic } from '../topics/about-public.js';
import { OutcomeEntity } from './outcome.entity.js';
import { IS_OUT } from './outcome-summaries.js';

/** What was agreed and what was not, in short. */
export type OutcomeSides = Pick<
  OutcomeDetail,
  'title' | 'summary' | 'conclusion' | 'consensus' | 'dissent' | 'noDissent'
>;

export interface OpenOutcome extends OutcomeSides {
  /** What was agreed that somebody does; promises once it is handed out. */
  agreedTasks: readonly AgreedTask[];
}

/** Of these outcomes what everyone may read, oldest first, by one query; see OutcomeAccess for the rule. */
export function openOutcomes(db: EntityManager, ids: readonly string[]): Promise<OpenOutcome[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .createQueryBuilder(OutcomeEntity, 'o')
    .select([
      'o.id',
      'o.title',
      'o.summary',
      'o.conclusion',
      'o.consensus',
      'o.dissent',
      'o.noDissent',
      'o.agreedTasks',
    ])
    .where('o.id IN (:...ids)', { ids })
    .andWhere(IS_OUT)
    .andWhere(aboutPublicTopic('o.session_id'))
    .orderBy('o.id')
    .getMany();
}
