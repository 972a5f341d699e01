import type { ContentState, ReportState } from '@consult/shared';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<ContentState, Tone>> = {
  pending: 'neutral',
  in_review: 'warn',
  passed: 'success',
  refused: 'danger',
  taken_down: 'danger',
};

export const contentTone = (state: ContentState): Tone => TONES[state];

export const reportTone = (state: ReportState): Tone =>
  state === 'open' ? 'warn' : state === 'dismissed' ? 'neutral' : 'success';
