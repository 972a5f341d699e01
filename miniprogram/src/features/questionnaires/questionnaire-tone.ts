import { type QuestionnaireState, type QuestionnaireSummary, stateLabel } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<QuestionnaireState, Tone>> = {
  draft: 'neutral',
  open: 'primary',
  closed: 'success',
  dropped: 'neutral',
};

/** How a questionnaire stands: one whose date has come is over, whether or not somebody has ended it. */
export function questionnaireTag(
  { state, closesAt }: Pick<QuestionnaireSummary, 'state' | 'closesAt'>,
  now: number,
): { text: string; tone: Tone } {
  const shown = state === 'open' && now >= closesAt ? 'closed' : state;
  return { text: stateLabel('questionnaire', shown), tone: TONES[shown] };
}
