/** What somebody is called who deleted their account. */
export const GONE_NAME = '（已注销）';

/** What somebody is called until a name of theirs has passed: 居民1234. */
export const STRANGER_NAME = '居民';

export const NAME_LIMITS = { min: 1, max: 20 } as const;

/** Why somebody looks up a phone number. */
export const REVEAL_REASON_LIMITS = { min: 4, max: 100 } as const;
