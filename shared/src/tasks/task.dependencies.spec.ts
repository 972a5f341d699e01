import fc from 'fast-check';
import { closesCircle, holdingUp, mayReplyAs, reaches, sayHeldUp, type WaitsFor } from './task.dependencies.js';
import { REPLY_CLASSES } from './task.rules.js';
import { TASK_STATES, type TaskState } from './task.states.js';

type Edges = ReadonlyMap<string, ReadonlySet<string>>;
const over =
  (edges: Edges): WaitsFor =>
  async (ids) =>
    ids.flatMap((id) => [...(edges.get(id) ?? [])]);

/** Whether some promise waits for itself, found by taking away, again and again, those that wait for nothing. */
function hasCircle(edges: Edges): boolean {
  const left = new Map([...edges].map(([id, others]) => [id, new Set(others)]));
  for (;;) {
    const free = [...left].filter(([, others]) => [...others].every((other) => !left.has(other))).map(([id]) => id);
    if (free.length === 0) return left.size > 0;
    for (const id of free) left.delete(id);
  }
}

const id = fc.integer({ min: 0, max: 7 }).map(String);
const wishes = fc.array(fc.tuple(id, id), { maxLength: 40 });

/** In which an awaited promise has come to nothing yet; written out, so that a new state is decided about. */
const OPEN: readonly TaskState[] = [
  'assigned',
  'refused',
  'in_progress',
  'paused',
  'redo',
  'reconsult_advised',
  'reconsulting',
];

describe('The answer of a promise that waits', () => {
  const cases = REPLY_CLASSES.flatMap((replyClass) => TASK_STATES.map((state) => [replyClass, state] as const));

  it.each(cases)('of class %s while what it waits for is %s is solved (A) only once that is not open', (one, state) => {
    const allowed = one !== 'A' || !OPEN.includes(state);
    expect(mayReplyAs(one, [{ state }])).toBe(allowed);
    expect(mayReplyAs(one, [{ state: 'closed' }, { state }, { state: 'replied' }])).toBe(allowed);
  });

  it('is free where it waits for nothing', () => {
    for (const replyClass of REPLY_CLASSES) expect(mayReplyAs(replyClass, [])).toBe(true);
  });

  it('names what holds it up, and nothing that does not', () => {
    const awaited = (state: TaskState, what = state as string) => ({ state, what });
    expect(holdingUp(TASK_STATES.map((state) => ({ state }))).map(({ state }) => state)).toEqual(
      TASK_STATES.filter((state) => OPEN.includes(state)),
    );
    expect(sayHeldUp([awaited('closed')])).toBeNull();
    expect(sayHeldUp([awaited('closed'), awaited('in_progress', '铺好管线')])).toBe('等“铺好管线”办完');
    expect(sayHeldUp([awaited('paused', '征地'), awaited('redo', '铺好管线')])).toBe('等“征地”等 2 件事办完');
  });
});

describe('Promises that wait for one another', () => {
  it('never do so in a circle, in whatever order they are told to wait; and no wait is refused without one', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (pairs) => {
        const edges = new Map<string, Set<string>>();
        for (const [from, to] of pairs) {
          const refused = await closesCircle(from, to, over(edges));
          const tried = new Map([...edges].map(([one, others]) => [one, new Set(others)]));
          tried.set(from, new Set([...(tried.get(from) ?? []), to]));
          expect(refused).toBe(hasCircle(tried));
          if (!refused) edges.set(from, tried.get(from) ?? new Set());
        }
        expect(hasCircle(edges)).toBe(false);
      }),
    );
  });

  it('do not wait for themselves', async () => {
    expect(await closesCircle('a', 'a', over(new Map()))).toBe(true);
  });

  it('are followed through others, each asked for once', async () => {
    const asked: string[] = [];
    const edges = new Map([
      ['a', new Set(['b', 'c'])],
      ['b', new Set(['d'])],
      ['c', new Set(['d'])],
      ['d', new Set(['e'])],
    ]);
    const waitsFor: WaitsFor = (ids) => {
      asked.push(...ids);
      return over(edges)(ids);
    };
    expect(await reaches('a', 'e', waitsFor)).toBe(true);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    expect(await reaches('e', 'a', over(edges))).toBe(false);
  });
});
