import {
  type NextStatement,
  OPINION_LIMITS,
  type OpinionProgress,
  type OpinionStatement,
  type OpinionVote,
} from '@consult/shared';

/** What somebody has before them while they answer. */
export interface Hand {
  /** Still to be answered, that on the table first. */
  cards: readonly OpinionStatement[];
  /** What was answered here, also where the server does not know of it yet. */
  answered: readonly string[];
  /** Of these what the server has not confirmed. */
  unsent: readonly string[];
  /** The last answer, to be given anew. */
  last: { card: OpinionStatement; vote: OpinionVote } | null;
  progress: OpinionProgress;
}

export const EMPTY_HAND: Hand = {
  cards: [],
  answered: [],
  unsent: [],
  last: null,
  progress: { answered: 0, total: 0 },
};

/** What the server has to be told of, so that it is not dealt again: the latest of it. */
export const heldIds = ({ cards, unsent }: Hand): string[] =>
  [...new Set([...unsent, ...cards.map(({ id }) => id)])].slice(-OPINION_LIMITS.exceptMax);

/** Takes what the server dealt, but nothing twice. */
export function deal(hand: Hand, { statement, progress }: NextStatement): Hand {
  const known = statement === null || [...hand.answered, ...hand.cards.map(({ id }) => id)].includes(statement.id);
  const fresh = known ? [] : [statement];
  // What is on its way counts here already.
  const answered = Math.min(progress.total, Math.max(progress.answered, hand.progress.answered));
  return { ...hand, cards: [...hand.cards, ...fresh], progress: { answered, total: progress.total } };
}

/** Answers one, which then is on the table no more. */
export function answerCard(hand: Hand, card: OpinionStatement, vote: OpinionVote): Hand {
  const again = hand.answered.includes(card.id);
  return {
    cards: hand.cards.filter(({ id }) => id !== card.id),
    answered: again ? hand.answered : [...hand.answered, card.id],
    unsent: [...hand.unsent.filter((id) => id !== card.id), card.id],
    last: { card, vote },
    progress: { ...hand.progress, answered: hand.progress.answered + (again ? 0 : 1) },
  };
}

/** The server has an answer. */
export const arrived = (hand: Hand, id: string): Hand => ({ ...hand, unsent: hand.unsent.filter((one) => one !== id) });

/** Puts the last one back on the table, to be answered anew. */
export function takeBack(hand: Hand): Hand {
  return hand.last === null ? hand : { ...hand, cards: [hand.last.card, ...hand.cards], last: null };
}
