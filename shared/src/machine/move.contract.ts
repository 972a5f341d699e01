/** Body of a move that takes nothing but an optional reason. */
export interface MoveReason {
  reason?: string;
}

/** The answer to every move: where the item is now. */
export interface MoveResult {
  id: string;
  state: string;
}

/** The answer to a change of what may be changed again: the revision to send with the next change. */
export interface Saved extends MoveResult {
  revision: number;
}

/** The answer to every creation. */
export interface Created {
  id: string;
}
