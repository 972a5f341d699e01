import type { SessionState } from './session.states.js';

export const DRAW_LIMITS = {
  countMin: 1,
  countMax: 100,
  /** People in one pool. */
  poolMax: 2000,
  roundsMax: 10,
} as const;

/** The states in which a pool is open and drawn from: after the notice, before the start. */
export const DRAW_STATES: readonly SessionState[] = ['announced'];
