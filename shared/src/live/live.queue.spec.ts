import type { ParticipantCategory } from '../sessions/session.rules.js';
import type { LiveSpeaker } from './live.contract.js';
import { fairOrder } from './live.queue.js';
import { PEOPLE, seededRandom } from './live.testing.js';

const someone = (participantId: string, category: ParticipantCategory): LiveSpeaker => ({
  participantId,
  name: null,
  category,
});
const order = (
  raised: LiveSpeaker[],
  spokenCount: Record<string, number> = {},
  lastCategory: ParticipantCategory | null = null,
) => fairOrder({ raised, spokenCount, lastCategory }).map((who) => who.participantId);

describe('The queue of those who raised a hand', () => {
  it('is empty when nobody did', () => {
    expect(order([])).toEqual([]);
  });

  it('lets whoever has not spoken yet go first, however late their hand went up', () => {
    const raised = [someone('again', 'resident'), someone('thrice', 'member'), someone('first', 'resident')];
    expect(order(raised, { again: 1, thrice: 3 })).toEqual(['first', 'again', 'thrice']);
  });

  it('keeps among equals of one category to whose hand went up first', () => {
    expect(order([someone('b', 'resident'), someone('a', 'resident'), someone('c', 'resident')])).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  it('alternates the categories as long as another one waits', () => {
    const raised = [
      someone('r1', 'resident'),
      someone('r2', 'resident'),
      someone('r3', 'resident'),
      someone('m1', 'member'),
      someone('d1', 'department'),
    ];
    expect(order(raised)).toEqual(['r1', 'm1', 'd1', 'r2', 'r3']);
  });

  it('goes on with another category than that of who spoke last', () => {
    const raised = [someone('r1', 'resident'), someone('m1', 'member')];
    expect(order(raised, {}, 'resident')).toEqual(['m1', 'r1']);
    expect(order(raised, {}, 'member')).toEqual(['r1', 'm1']);
    expect(order([someone('r1', 'resident')], {}, 'resident')).toEqual(['r1']);
  });

  it('takes the categories in turn, not the two quickest to and fro', () => {
    const raised = [
      someone('r1', 'resident'),
      someone('m1', 'member'),
      someone('r2', 'resident'),
      someone('m2', 'member'),
      someone('e1', 'expert'),
    ];
    expect(order(raised)).toEqual(['r1', 'm1', 'e1', 'r2', 'm2']);
  });

  it('changes nothing that it was given', () => {
    const raised = Object.freeze([someone('r1', 'resident'), someone('m1', 'member')]);
    fairOrder({ raised, spokenCount: Object.freeze({}), lastCategory: null });
    expect(raised).toHaveLength(2);
  });

  it('holds everybody once, those who have spoken less before those who have spoken more, whoever they are', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 2000; round++) {
      const raised = PEOPLE.filter(() => random() < 0.6).sort(() => random() - 0.5);
      const spoken = Object.fromEntries(PEOPLE.map((who) => [who.participantId, Math.floor(random() * 3)]));
      const last = random() < 0.5 ? null : (PEOPLE[0] as LiveSpeaker).category;
      const queue = fairOrder({ raised, spokenCount: spoken, lastCategory: last });
      expect(new Set(queue)).toEqual(new Set(raised));
      expect(queue).toHaveLength(raised.length);
      const counts = queue.map((who) => spoken[who.participantId] ?? 0);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      // Two neighbours of one category only where nobody else is left who has spoken as little.
      queue.forEach((who, i) => {
        const before = i === 0 ? last : queue[i - 1]?.category;
        if (who.category !== before) return;
        const equals = queue.slice(i).filter((other) => spoken[other.participantId] === spoken[who.participantId]);
        expect(equals.every((other) => other.category === before)).toBe(true);
      });
      // Of one category and equally often heard, whose hand went up first is first.
      queue.forEach((who, i) => {
        const later = queue
          .slice(i + 1)
          .filter(
            (other) => other.category === who.category && spoken[other.participantId] === spoken[who.participantId],
          );
        for (const other of later) expect(raised.indexOf(who)).toBeLessThan(raised.indexOf(other));
      });
    }
  });
});
