import type { DeadlineKey } from '../regions/settings.js';
import { isTallyShown, type TallyShowing } from './task.rules.js';

/** 回头看: how often it is asked after a promise was closed, and how long after. */
export const LOOK_BACKS = [
  { nth: 1, after: 'lookBackFirst' },
  { nth: 2, after: 'lookBackSecond' },
  { nth: 3, after: 'lookBackThird' },
] as const satisfies readonly { nth: number; after: DeadlineKey }[];

/** 第一次回头看 */
export function lookBackLabel(nth: number): string {
  return `第${['一', '二', '三'][nth - 1] ?? nth}次回头看`;
}

/** From this many answers on their share counts. */
export const LOOK_BACK_SHARE_FROM = 3;

/**
 * What the answers to a look-back lead to. The raiser's No reopens the promise, and so does half of at least three
 * answers; any other No comes before the convener, who reopens it or answers for everyone to read.
 */
export function lookBackVerdict(
  { yes, no }: { yes: number; no: number },
  raiserSaysNo: boolean,
): 'keep' | 'ask' | 'reopen' {
  if (no === 0) return 'keep';
  if (raiserSaysNo || (yes + no >= LOOK_BACK_SHARE_FROM && no * 2 >= yes + no)) return 'reopen';
  return 'ask';
}

/** What everyone reads of why it was reopened by rule; it tells neither who said so nor how many. */
export const REOPENED_REASON = '回头看有人反映问题没有真正解决，重新办理';

/** What the inbox of the convener says of a No. */
export const LOOK_BACK_TODO = '答复回头看的意见或重新办理';

/** Counts as anybody sees them. */
export function publicLookBack(
  { yes, no }: { yes: number; no: number },
  showing: TallyShowing,
): { yes: number; no: number } | null {
  return isTallyShown(yes + no, showing) ? { yes, no } : null;
}

/** What everyone reads of the answers. */
export function lookBackText({
  isRunning,
  answers,
  counts,
}: {
  isRunning: boolean;
  answers: number | null;
  counts: { yes: number; no: number } | null;
}): string {
  if (counts !== null) return `${counts.yes} 人说好用，${counts.no} 人说不好用。`;
  if (!isRunning) return '回答的人太少，不公布结果。';
  return answers === null ? '正在听取意见，结束后公布结果。' : `已有 ${answers} 人回答，结束后公布结果。`;
}

export const LOOK_BACK_LIMITS = { reasonMin: 2, reasonMax: 300, photosMax: 3, answerMax: 500 } as const;
