import type { ParticipantCategory } from './session.rules.js';

/** How many of a category are drawn. */
export interface DrawQuota {
  category: ParticipantCategory;
  count: number;
}

/** Somebody in the pool, without their name. */
export interface DrawTicket {
  /** From 1, never given twice. */
  ticket: number;
  category: ParticipantCategory;
}

/** POST /sessions/:id/draws: opens a pool; after a draw, another one, for which a reason is given. */
export interface DrawInput {
  quotas: DrawQuota[];
  reason?: string;
}

/** POST /sessions/:id/draws/entries: 愿意参加 */
export interface DrawEntryInput {
  category: ParticipantCategory;
}

export type DrawState = 'open' | 'drawn';

export interface SessionDraw {
  id: string;
  /** From 1; a later one takes the place of those before it. */
  round: number;
  state: DrawState;
  quotas: DrawQuota[];
  /** SHA-256 of the seed, shown from the beginning. */
  seedHash: string;
  /** Once it is drawn. */
  seed: string | null;
  /** Why it was drawn again. */
  reason: string | null;
  openedAt: number;
  drawnAt: number | null;
  pool: DrawTicket[];
  /** The tickets drawn, by category and rank; empty while it is open. */
  drawn: number[];
  /** The viewer's own. */
  mine: DrawTicket | null;
}

/** GET /sessions/:id/draws */
export interface SessionDraws {
  /** Newest first. */
  items: SessionDraw[];
  /** As what the viewer may say that they are willing; empty where they may not, or have said so. */
  mayEnterAs: ParticipantCategory[];
  canManage: boolean;
}
