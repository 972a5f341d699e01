import type { MinutesContent } from '@consult/shared';
import type { MinutesEntity } from './minutes.entity.js';

/** The columns that hold what the recorder writes. */
export type MinutesText = Pick<
  MinutesEntity,
  'situation' | 'points' | 'departmentAnswers' | 'consensus' | 'dissent' | 'noDissent' | 'tasks' | 'photoIds'
>;

/** What a row says, as it is written and joined. */
export function contentOf(row: MinutesText): MinutesContent {
  const { situation, points, departmentAnswers, consensus, dissent, noDissent, tasks, photoIds } = row;
  return { situation, points, departmentAnswers, consensus, dissent, noDissent, tasks, photos: photoIds };
}

/** The same the other way round. */
export function columnsOf({ photos, ...text }: MinutesContent): MinutesText {
  return { ...text, photoIds: photos };
}
