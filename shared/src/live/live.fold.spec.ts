import { entryOutside, stateOutside } from './live.audience.js';
import type { LiveChange, LiveEntry, LiveSpeaker, LiveState } from './live.contract.js';
import { EMPTY_LIVE_STATE, foldLive, hasGap, liveRecord } from './live.fold.js';
import { seededRandom, wildLog } from './live.testing.js';

const REN: LiveSpeaker = { participantId: 'ren', name: '任一', category: 'resident' };
const WEI: LiveSpeaker = { participantId: 'wei', name: '卫二', category: 'member' };
const DAN: LiveSpeaker = { participantId: 'dan', name: '丹三', category: 'resident' };
const OPENED: LiveChange = { kind: 'opened', present: 1, expected: 3 };

/** Numbers the changes from 1, one a second. */
const log = (...changes: LiveChange[]): LiveEntry[] =>
  changes.map((change, i) => ({ seq: i + 1, at: 1000 * (i + 1), ...change }));
const state = (...changes: LiveChange[]): LiveState => foldLive(EMPTY_LIVE_STATE, log(OPENED, ...changes));
const queueOf = (folded: LiveState) => folded.queue.map((who) => who.participantId);
const up = (who: LiveSpeaker): LiveChange => ({ kind: 'hand_up', who });

describe('Folding the log of a session', () => {
  it('gives the same in one go as in any two parts, and twice the same as once', () => {
    for (let seed = 0; seed < 150; seed++) {
      const random = seededRandom(seed);
      const entries = wildLog(random, 60);
      const whole = foldLive(EMPTY_LIVE_STATE, entries);
      const cut = Math.floor(random() * 60);
      const part = foldLive(EMPTY_LIVE_STATE, entries.slice(0, cut));
      const kept = JSON.parse(JSON.stringify(part));
      expect(foldLive(part, entries.slice(cut))).toEqual(whole);
      expect(foldLive(part, entries)).toEqual(whole);
      expect(part).toEqual(kept);
      expect(foldLive(whole, entries)).toBe(whole);
      expect(whole.seq).toBe(60);
    }
  });

  it('shows those outside what their own entries give', () => {
    for (let seed = 0; seed < 150; seed++) {
      const entries = wildLog(seededRandom(seed), 60);
      for (const length of [0, 1, 20, 59, 60]) {
        const some = entries.slice(0, length);
        const outside = foldLive(EMPTY_LIVE_STATE, some.map(entryOutside));
        expect(outside).toEqual(stateOutside(foldLive(EMPTY_LIVE_STATE, some)));
        expect(JSON.stringify([outside, some.map(entryOutside)])).not.toMatch(/参会人|要点|先听住户/);
      }
    }
  });

  it('keeps everybody who waits in the queue once, as long as their hand is up', () => {
    for (let seed = 0; seed < 50; seed++) {
      let folded = EMPTY_LIVE_STATE;
      for (const entry of wildLog(seededRandom(seed), 80)) {
        folded = foldLive(folded, [entry]);
        expect([...queueOf(folded)].sort()).toEqual([...folded.raised].sort());
        expect(new Set(folded.raised).size).toBe(folded.raised.length);
      }
    }
  });

  it('does not go on over a missing entry', () => {
    const entries = log(OPENED, up(REN), up(WEI));
    const [first, , third] = entries as [LiveEntry, LiveEntry, LiveEntry];
    const one = foldLive(EMPTY_LIVE_STATE, [first]);
    expect(() => foldLive(one, [third])).toThrow(RangeError);
    expect(hasGap(one, [third])).toBe(true);
    expect(hasGap(one, entries)).toBe(false);
    expect(hasGap(one, [])).toBe(false);
    expect(hasGap(one, [first])).toBe(false);
    expect(hasGap(EMPTY_LIVE_STATE, [first, third])).toBe(true);
  });

  it('counts on over what it does not know', () => {
    const unknown = { kind: 'dance' } as unknown as LiveChange;
    expect(state(unknown, up(REN))).toMatchObject({ seq: 3, raised: ['ren'] });
  });

  it('opens with those who are there and follows the roll', () => {
    expect(state()).toMatchObject({ open: true, openedAt: 1000, present: 1, expected: 3 });
    const rolled = state({ kind: 'roll', participantId: 'wei', here: true, present: 2, expected: 3 });
    expect(rolled).toMatchObject({ present: 2, expected: 3 });
  });

  it('closes with nobody speaking, no hand up, no poll open and the last item left', () => {
    const folded = state(
      { kind: 'item', itemId: 'a' },
      up(REN),
      { kind: 'floor', who: WEI, seconds: 60 },
      { kind: 'poll_open', pollId: 'v', question: '?', options: ['x', 'y'] },
      { kind: 'poll_count', pollId: 'v', counts: [1, 0] },
      { kind: 'closed' },
    );
    expect(folded).toMatchObject({ open: false, closedAt: 7000, speaker: null, queue: [], raised: [], poll: null });
    expect(folded).toMatchObject({ itemId: null, itemSince: null, items: [{ itemId: 'a', since: 2000, until: 7000 }] });
    expect(folded.polls).toMatchObject([{ counts: [1, 0], closedAt: 7000 }]);
  });

  it('knows how long each item really took, also when it comes again', () => {
    const folded = state(
      { kind: 'item', itemId: 'a' },
      { kind: 'item', itemId: 'b' },
      { kind: 'item', itemId: null },
      { kind: 'item', itemId: 'a' },
    );
    expect(folded).toMatchObject({ itemId: 'a', itemSince: 5000 });
    expect(folded.items).toEqual([
      { itemId: 'a', since: 2000, until: 3000 },
      { itemId: 'b', since: 3000, until: 4000 },
      { itemId: 'a', since: 5000, until: null },
    ]);
  });

  it('gives the floor for a time, prolongs it and takes it back', () => {
    const floor: LiveChange = { kind: 'floor', who: REN, seconds: 1 };
    expect(state(floor).speaker).toEqual({ ...REN, since: 2000, until: 3000 });
    expect(state(floor, { kind: 'more_time', seconds: 5 }).speaker).toMatchObject({ until: 8000 });
    expect(
      state(floor, { kind: 'notice', text: '…' }, { kind: 'notice', text: '…' }, { kind: 'more_time', seconds: 5 })
        .speaker,
    ).toMatchObject({ until: 10_000 });
    const endless: LiveChange = { kind: 'floor', who: REN, seconds: null };
    expect(state(endless).speaker).toMatchObject({ until: null });
    expect(state(endless, { kind: 'more_time', seconds: 5 }).speaker).toMatchObject({ until: 8000 });
    expect(state(floor, { kind: 'floor', who: null, seconds: null }).speaker).toBeNull();
    expect(state({ kind: 'more_time', seconds: 5 }).speaker).toBeNull();
  });

  it('takes who has the floor out of the queue and lets those who have not spoken go before them next time', () => {
    const folded = state(up(REN), up(WEI), { kind: 'floor', who: REN, seconds: 60 }, up(REN), up(DAN));
    expect(queueOf(folded)).toEqual(['wei', 'dan', 'ren']);
    expect(folded.raised).toEqual(['wei', 'ren', 'dan']);
    expect(folded.spokenCount).toEqual({ ren: 1 });
  });

  it('orders those who wait anew after somebody who had not asked was heard', () => {
    const folded = state(up(REN), up(WEI), { kind: 'floor', who: DAN, seconds: null });
    expect(queueOf(folded)).toEqual(['wei', 'ren']);
  });

  it("holds the chair's order while people speak and leave, until the next hand", () => {
    const ordered = [up(REN), up(WEI), up(DAN), { kind: 'queue', order: ['dan', 'ren', 'wei'], reason: '老人先说' }];
    const before = state(...(ordered as LiveChange[]));
    expect(before).toMatchObject({ orderedByChair: true, orderReason: '老人先说' });
    expect(queueOf(before)).toEqual(['dan', 'ren', 'wei']);
    const heard = state(...(ordered as LiveChange[]), { kind: 'floor', who: DAN, seconds: 60 });
    expect(queueOf(heard)).toEqual(['ren', 'wei']);
    const left = state(...(ordered as LiveChange[]), { kind: 'hand_down', participantId: 'ren' });
    expect(queueOf(left)).toEqual(['dan', 'wei']);
    const NEW: LiveSpeaker = { participantId: 'new', name: null, category: 'expert' };
    const after = state(...(ordered as LiveChange[]), up(NEW));
    expect(after).toMatchObject({ orderedByChair: false, orderReason: null });
    expect(queueOf(after)).toEqual(['ren', 'wei', 'new', 'dan']);
  });

  it("keeps whom the chair's order leaves out at its end, and nobody whom it invents", () => {
    const folded = state(up(REN), up(WEI), up(DAN), { kind: 'queue', order: ['dan', 'dan', 'ghost'], reason: null });
    expect(queueOf(folded)).toEqual(['dan', 'ren', 'wei']);
  });

  it('counts a poll while it is open and keeps it when it is closed', () => {
    const open: LiveChange = { kind: 'poll_open', pollId: 'v', question: '同意吗', options: ['赞成', '反对'] };
    expect(state(open).poll).toMatchObject({ counts: [0, 0], openedAt: 2000, closedAt: null });
    expect(state(open, { kind: 'poll_count', pollId: 'v', counts: [2, 1] }).poll).toMatchObject({ counts: [2, 1] });
    const closed = state(open, { kind: 'poll_close', pollId: 'v', counts: [2, 2] });
    expect(closed.poll).toBeNull();
    expect(closed.polls).toMatchObject([{ pollId: 'v', counts: [2, 2], closedAt: 3000 }]);
    expect(state(open, { kind: 'poll_count', pollId: 'other', counts: [9, 9] }).poll).toMatchObject({ counts: [0, 0] });
    expect(state(open, { kind: 'poll_close', pollId: 'other', counts: [9, 9] }).polls).toEqual([]);
  });

  it('keeps hands counted in the room beside those given on phones, as they were counted last', () => {
    const open: LiveChange = { kind: 'poll_open', pollId: 'v', question: '同意吗', options: ['赞成', '反对'] };
    const room = (counts: number[], pollId = 'v'): LiveChange => ({
      ...{ kind: 'poll_room', pollId, counts, who: { name: '记一' } },
    });
    const counted = { who: { name: '记一' }, over: false };
    expect(state(open, room([9, 9], 'other')).poll?.room).toBeNull();
    const twice = state(open, room([1, 0]), room([8, 2]), { kind: 'poll_count', pollId: 'v', counts: [2, 1] });
    expect(twice.poll).toMatchObject({ counts: [2, 1], room: { ...counted, counts: [8, 2], at: 4000 } });
    const end: LiveChange = { kind: 'poll_close', pollId: 'v', counts: [2, 2] };
    expect(state(open, room([8, 2]), end).polls).toMatchObject([{ counts: [2, 2], room: { counts: [8, 2] } }]);
    expect(state(open, room([8, 2]), { ...end, roomOver: true }).polls[0]?.room).toMatchObject({ over: true });
    expect(state(open, { ...end, roomOver: true }).polls[0]?.room).toBeNull();
    expect(state(open, room([8, 2]), { kind: 'closed' }).polls).toMatchObject([{ room: { counts: [8, 2] } }]);
  });

  it('knows who had the floor at which item and for how long', () => {
    const floor = (who: LiveSpeaker | null): LiveChange => ({ kind: 'floor', who, seconds: 60 });
    const entries = log(
      ...[OPENED, floor(REN), { kind: 'item', itemId: 'a' } as const, floor(WEI), floor(null), floor(null), floor(REN)],
    );
    expect(liveRecord(entries).turns).toEqual([
      { who: REN, itemId: null, since: 2000, until: 4000 },
      { who: WEI, itemId: 'a', since: 4000, until: 5000 },
      { who: REN, itemId: 'a', since: 7000, until: null },
    ]);
    const ended: LiveEntry[] = [...entries, { seq: 8, at: 9000, kind: 'closed' }];
    expect(liveRecord(ended).turns[2]).toEqual({ who: REN, itemId: 'a', since: 7000, until: 9000 });
  });

  it('grows by nothing with a turn at the floor: who watches is sent no list of them', () => {
    const floor = (who: LiveSpeaker): LiveChange => ({ kind: 'floor', who, seconds: 60 });
    const size = (turns: number) => {
      const changes = Array.from({ length: turns }, (_, i) => floor(i % 2 === 0 ? REN : WEI));
      return JSON.stringify({ ...state(...changes), seq: 0, speaker: null, spokenCount: {} }).length;
    };
    expect(size(200)).toBe(size(2));
  });

  it('tells nobody outside who has no account', () => {
    const guest: LiveSpeaker = { ...REN, guest: true };
    const entries = log(OPENED, { kind: 'floor', who: guest, seconds: 60 }, up({ ...WEI, guest: true }));
    const outside = foldLive(EMPTY_LIVE_STATE, entries.map(entryOutside));
    expect(stateOutside(foldLive(EMPTY_LIVE_STATE, entries))).toStrictEqual(outside);
    expect(JSON.stringify(outside)).not.toContain('guest');
  });

  it('tells what is suggested to be done from what is said', () => {
    const said: LiveChange = { kind: 'point', pointId: 'one', itemId: null, who: REN, text: '电梯太慢' };
    const suggested: LiveChange = { ...said, pointId: 'two', isTask: true };
    expect(state(said, suggested).points.map(({ isTask }) => isTask)).toEqual([false, true]);
  });

  it('gives the minutes the points that were taken, the closed polls and the items', () => {
    const point = (pointId: string): LiveChange => ({ kind: 'point', pointId, itemId: 'a', who: REN, text: pointId });
    const entries = log(
      OPENED,
      { kind: 'item', itemId: 'a' },
      point('one'),
      point('two'),
      point('three'),
      { kind: 'point_taken', pointId: 'three', taken: true },
      { kind: 'point_taken', pointId: 'one', taken: true },
      { kind: 'point_taken', pointId: 'two', taken: true },
      { kind: 'point_taken', pointId: 'two', taken: false },
      { kind: 'point_withdrawn', pointId: 'three' },
    );
    expect(foldLive(EMPTY_LIVE_STATE, entries).points.map((p) => p.pointId)).toEqual(['one', 'two']);
    expect(liveRecord(entries)).toMatchObject({ openedAt: 1000, closedAt: null, points: [{ pointId: 'one' }] });
    expect(liveRecord(entries).items).toHaveLength(1);
  });
});
