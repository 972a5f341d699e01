import { type DrawQuota, PARTICIPANT_CATEGORY_LABELS, type SessionDraw } from '@consult/shared';

/** 居民/利益相关方 2 人、专家 1 人 */
export const sayQuotas = (quotas: readonly DrawQuota[]): string =>
  quotas.map(({ category, count }) => `${PARTICIPANT_CATEGORY_LABELS[category]} ${count} 人`).join('、');

/** How somebody's own ticket stands; null for who has none. */
export function sayMyTicket({ mine, state, drawn }: SessionDraw): string | null {
  if (mine === null) return null;
  if (state === 'open') return `您已报名抽取，号码是 ${mine.ticket} 号。`;
  return drawn.includes(mine.ticket) ? `您的 ${mine.ticket} 号被抽中了。` : `您的 ${mine.ticket} 号没有抽中。`;
}
