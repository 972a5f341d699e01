import { PARTICIPANT_CATEGORIES } from '../sessions/session.rules.js';
import type { LiveChange, LiveEntry, LiveSpeaker } from './live.contract.js';

/** The same numbers for the same seed (mulberry32), so that a failure can be repeated. */
export function seededRandom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const PEOPLE: readonly LiveSpeaker[] = Array.from({ length: 9 }, (_, i) => ({
  participantId: `P${i}`,
  name: `参会人${i}`,
  category: PARTICIPANT_CATEGORIES[i % 3] ?? 'resident',
}));

/** A log of every kind of entry in any order, as wild as no server would write it. */
export function wildLog(random: () => number, length: number): LiveEntry[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const small = () => Math.floor(random() * 4);
  const changes: (() => LiveChange)[] = [
    () => ({ kind: 'hand_up', who: pick(PEOPLE) }),
    () => ({ kind: 'hand_up', who: pick(PEOPLE) }),
    () => ({ kind: 'hand_up', who: pick(PEOPLE) }),
    () => ({ kind: 'hand_down', participantId: pick(PEOPLE).participantId }),
    () => ({ kind: 'floor', who: pick([null, ...PEOPLE]), seconds: pick([null, 60]) }),
    () => ({ kind: 'more_time', seconds: 30 }),
    () => ({
      kind: 'queue',
      order: [...PEOPLE].sort(() => random() - 0.5).map((p) => p.participantId),
      reason: '先听住户',
    }),
    () => ({ kind: 'item', itemId: pick([null, 'a', 'b']) }),
    () => ({ kind: 'roll', participantId: pick(PEOPLE).participantId, here: true, present: small(), expected: 9 }),
    () => ({ kind: 'poll_open', pollId: `V${small()}`, question: '同意吗', options: ['赞成', '反对'] }),
    () => ({ kind: 'poll_count', pollId: `V${small()}`, counts: [small(), small()] }),
    () => ({
      kind: 'poll_room',
      pollId: `V${small()}`,
      counts: [small(), small()],
      who: { name: pick(PEOPLE).name },
    }),
    () => ({
      kind: 'poll_close',
      pollId: `V${small()}`,
      counts: [small(), small()],
      ...(random() < 0.5 && { roomOver: true }),
    }),
    () => ({
      kind: 'point',
      pointId: `T${small()}`,
      itemId: null,
      who: pick(PEOPLE),
      text: '要点',
      isTask: random() < 0.3,
    }),
    () => ({ kind: 'point_taken', pointId: `T${small()}`, taken: random() < 0.5 }),
    () => ({ kind: 'point_withdrawn', pointId: `T${small()}` }),
    () => ({ kind: 'notice', text: '请安静' }),
    () => ({ kind: 'hidden' }),
  ];
  const middle = Array.from({ length: length - 2 }, () => pick(changes)());
  const all: LiveChange[] = [{ kind: 'opened', present: 2, expected: 9 }, ...middle, { kind: 'closed' }];
  return all.map((change, i) => ({ seq: i + 1, at: 1000 * (i + 1), ...change }));
}
