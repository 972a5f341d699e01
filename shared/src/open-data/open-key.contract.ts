import type { OpenKeyState } from './open-key.rules.js';

/** POST /open-keys: an administrator gives a key to an organisation. */
export interface OpenKeyInput {
  /** County. */
  region: string;
  holder: string;
  purpose: string;
  /** Any moment of the last day on which it works, ms; left out: until it is ended. */
  lastDay?: number;
}

/** One row of GET /open-keys. */
export interface OpenKeyView {
  id: string;
  /** Its first characters. */
  prefix: string;
  holder: string;
  purpose: string;
  state: OpenKeyState;
  stateLabel: string;
  createdAt: number;
  madeBy: string;
  /** YYYY-MM-DD, the last day on which it works; null: until it is ended. */
  lastDay: string | null;
  endedAt: number | null;
  endedBy: string | null;
  /** YYYY-MM-DD; null: never used. */
  lastUsedOn: string | null;
  /** Requests that were answered, of the last days on which there were any, the latest first. */
  days: { day: string; requests: number }[];
}

/** The answer to POST /open-keys: the only one that says the whole key. */
export interface NewOpenKey extends OpenKeyView {
  key: string;
}
