import type { OpinionVote } from '@consult/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { type ApiError, toApiError } from '@/services/api-error';
import { onNetworkChange } from '@/services/network';
import { sendMakingGood } from '@/services/obligations';
import { useSession } from '@/services/session';
import { uuid } from '@/utils/uuid';
import { getNext, sendVote, useQueuedVotes } from '../opinion.api';
import { answerCard, arrived, deal, EMPTY_HAND, type Hand, heldIds, takeBack } from './hand';

/** So many are dealt ahead: the next one is there at once, and one can go on for a while without a network. */
const CARDS_AHEAD = 3;

export interface Answering {
  hand: Hand;
  /** dealing: more are on their way · none: nothing more to answer · stuck: they could not be read, see `error` */
  state: 'dealing' | 'dealt' | 'none' | 'stuck';
  error: ApiError | null;
  /** Asks a visitor who they are first. */
  answer(vote: OpinionVote): Promise<void>;
  /** Puts the last one back on the table. */
  takeBack(): void;
  /** Asks for more again. */
  retry(): void;
}

/** Answering the statements of a round one by one; what is answered goes out by way of the outbox. */
export function useAnswering(roundId: string): Answering {
  const { me } = useSession();
  const queued = useQueuedVotes(roundId);
  const [hand, setHand] = useState<Hand>(EMPTY_HAND);
  const [state, setState] = useState<Answering['state']>('dealing');
  const [error, setError] = useState<ApiError | null>(null);
  const latest = useRef(hand);
  const turn = useRef(0);
  const waiting = useRef(queued);
  waiting.current = queued;

  const update = useCallback((change: (hand: Hand) => Hand) => {
    latest.current = change(latest.current);
    setHand(latest.current);
  }, []);

  /** Asks for one after another until enough are there. */
  const fill = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      while (latest.current.cards.length < CARDS_AHEAD) {
        setState('dealing');
        const next = await getNext(roundId, heldIds(latest.current));
        if (mine !== turn.current) return;
        const before = latest.current.cards.length;
        update((now) => deal(now, next));
        setError(null);
        // Dealt what it was told of is as good as nothing.
        if (latest.current.cards.length === before) {
          setState('none');
          return;
        }
      }
      setState('dealt');
    } catch (thrown) {
      if (mine !== turn.current) return;
      setError(toApiError(thrown));
      setState('stuck');
    }
  }, [roundId, update]);

  // Somebody else begins anew; what waits on this device they have answered.
  useEffect(() => {
    void me?.id;
    const kept = [...waiting.current.keys()];
    update(() => ({ ...EMPTY_HAND, answered: kept, unsent: kept }));
    void fill();
    return () => {
      turn.current += 1;
    };
  }, [fill, update, me?.id]);
  useEffect(() => onNetworkChange(() => void fill()), [fill]);

  const answer = async (vote: OpinionVote) => {
    const [card] = latest.current.cards;
    if (!card || !(await requireSignIn())) return;
    // Signing in has dealt anew: what was on the table is answered all the same.
    update((now) => answerCard(now, card, vote));
    setError(null);
    const key = uuid();
    const sent = sendMakingGood(() => sendVote(roundId, card, vote, key));
    if (state !== 'none') void fill();
    try {
      const next = await sent;
      if (next !== 'queued') update((now) => deal(arrived(now, card.id), next));
    } catch (thrown) {
      setError(toApiError(thrown));
    }
  };

  return { hand, state, error, answer, takeBack: () => update(takeBack), retry: () => void fill() };
}
