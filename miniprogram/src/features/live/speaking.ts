import { type LiveSpeaker, type LiveState, PARTICIPANT_CATEGORY_LABELS } from '@consult/shared';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Somebody by name; to those outside only by category. */
export const nameOf = ({ name, category }: LiveSpeaker): string => name ?? PARTICIPANT_CATEGORY_LABELS[category];

/** The category beside a name; null where it stands in its place. */
export const besideName = ({ name, category }: LiveSpeaker): string | null =>
  name === null ? null : PARTICIPANT_CATEGORY_LABELS[category];

/** A length of time as a clock shows it: 2:05. */
export function sayClock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** 12 minutes and more in words, as for an item. */
export const sayMinutes = (ms: number): string => `${Math.floor(ms / MINUTE_MS)} 分钟`;

export interface SpeakingTime {
  /** 剩余, 已超时, 已发言 */
  label: string;
  clock: string;
  over: boolean;
  /** As a screen reader says it, once a minute rather than each second. */
  spoken: string;
}

/** How long the speaker has left, or has gone on beyond it; nobody is cut off. @param now by the server's clock */
export function speakingTime({ since, until }: NonNullable<LiveState['speaker']>, now: number): SpeakingTime {
  const said = (label: string, ms: number, over = false) => ({
    label,
    clock: sayClock(ms),
    over,
    spoken: ms < MINUTE_MS ? `${label}不到 1 分钟` : `${label} ${sayMinutes(ms)}`,
  });
  if (until === null) return said('已发言', now - since);
  // Counted up to the full second, so that the time given is the first that is shown.
  const left = Math.ceil((until - now) / SECOND_MS) * SECOND_MS;
  return left > 0 ? said('剩余', left) : said('已超时', now - until, true);
}

/** A speaking time to choose: 3 分钟, 不限. */
export const saySeconds = (seconds: number | null): string =>
  seconds === null ? '不限' : seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${seconds} 秒`;

/** Where somebody stands among those who wait, from 1; 0: not among them. */
export const placeInQueue = ({ queue }: LiveState, participantId: string | null): number =>
  queue.findIndex((who) => who.participantId === participantId) + 1;
