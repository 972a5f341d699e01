import type { ParticipantCategory } from '../sessions/session.rules.js';
import type { LiveSpeaker } from './live.contract.js';

/** What decides who speaks next. */
export interface FairQueue {
  /** Those who wait, in the order in which their hands went up. */
  readonly raised: readonly LiveSpeaker[];
  /** How often each had the floor; who is missing had it never. */
  readonly spokenCount: Readonly<Record<string, number>>;
  /** The category that had the floor last. */
  readonly lastCategory: ParticipantCategory | null;
}

/**
 * The order in which those who wait will speak: who has spoken least first; among equals a category other than the
 * one before, as long as there is one; then whose hand went up first.
 */
export function fairOrder({ raised, spokenCount, lastCategory }: FairQueue): LiveSpeaker[] {
  const waiting = [...raised];
  const order: LiveSpeaker[] = [];
  const served = new Map<ParticipantCategory, number>();
  let before = lastCategory;
  const spoken = (who: LiveSpeaker) => spokenCount[who.participantId] ?? 0;
  while (waiting.length > 0) {
    const least = Math.min(...waiting.map(spoken));
    const equals = waiting.filter((who) => spoken(who) === least);
    const others = equals.filter((who) => who.category !== before);
    const candidates = others.length > 0 ? others : equals;
    // In turn, not to and fro between the two categories that were quickest.
    const turn = (who: LiveSpeaker) => served.get(who.category) ?? 0;
    const first = Math.min(...candidates.map(turn));
    const next = candidates.find((who) => turn(who) === first) as LiveSpeaker;
    order.push(next);
    waiting.splice(waiting.indexOf(next), 1);
    served.set(next.category, turn(next) + 1);
    before = next.category;
  }
  return order;
}
