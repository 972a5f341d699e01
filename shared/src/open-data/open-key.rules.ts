/** Of a key's own words: the organisation that holds it, and what it is for. No names of people. */
export const OPEN_KEY_LIMITS = { holderMax: 60, purposeMax: 200 } as const;

/** So many characters of a key are kept as they are, to recognise it by; of the rest there is only a hash. */
export const OPEN_KEY_PREFIX = 8;

/** So many days back a key's requests are told day by day. */
export const OPEN_KEY_DAYS = 14;

/** So many days back a key's requests are kept at all; of each key its last day is kept for as long as the key is. */
export const OPEN_KEY_DAYS_KEPT = 400;

/** What is recorded of a key. */
export const OPEN_KEY_ACTIONS = ['make', 'end'] as const;
export type OpenKeyAction = (typeof OPEN_KEY_ACTIONS)[number];

export type OpenKeyState = 'valid' | 'expired' | 'ended';

export const OPEN_KEY_STATE_LABELS: Readonly<Record<OpenKeyState, string>> = {
  valid: '在用',
  expired: '已到期',
  ended: '已停用',
};

/**
 * @param key `endsAt`, ms, is the first moment at which it no longer works; `endedAt`, ms, when somebody ended it
 * @param now ms since 1970
 */
export function openKeyState(key: { endsAt: number | null; endedAt: number | null }, now: number): OpenKeyState {
  if (key.endedAt !== null) return 'ended';
  return key.endsAt !== null && key.endsAt <= now ? 'expired' : 'valid';
}
