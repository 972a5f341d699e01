import { CAPACITIES, type Capacity } from '../auth/roles.js';
import { allowedActions, capacityFor, findTransition, type Machine, statesBefore, whoMay } from './machine.js';

interface Row {
  from: string;
  action: string;
  to: string;
  by: string[];
  needsReason: boolean;
}

/** Reads rows such as `submitted decline declined convener reason`: from, action, to, who (with commas), reason. */
function parse(table: string): Row[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [from = '', action = '', to = '', by = '', reason] = line.trim().split(/\s+/);
    return { from, action, to, by: by.split(','), needsReason: reason === 'reason' };
  });
}

/** States that can be reached from `start` by any chain of the rows' moves. */
function reachable(rows: readonly Row[], start: string): Set<string> {
  const seen = new Set([start]);
  // A set visits what is added while it is walked.
  for (const state of seen) {
    for (const row of rows) if (row.from === state && row.to !== 'previous') seen.add(row.to);
  }
  return seen;
}

/**
 * Describes the tests that every machine passes: its moves are exactly those of a table written by hand, over
 * the full product of states, actions and capacities, and its shape is sound.
 * @param counts how many triples are checked and how many of them are moves, so that a lost row is noticed
 * @param endless whether it has no final state
 * @param awaitedElsewhere states whose awaited person acts on another item, not through a move out of the state
 */
export function describeMachine<S extends string, A extends string>(
  machine: Machine<S, A, string>,
  states: readonly S[],
  actions: readonly A[],
  table: string,
  counts: { triples: number; allowed: number },
  { awaitedElsewhere = [], endless = false }: { awaitedElsewhere?: readonly S[]; endless?: boolean } = {},
): void {
  const rows = parse(table);
  const rowOf = new Map(rows.map((row) => [`${row.from} ${row.action}`, row]));

  it(`allows exactly the ${counts.allowed} moves of the table among ${counts.triples} triples`, () => {
    const unexpected: string[] = [];
    let triples = 0;
    let allowed = 0;
    for (const state of states) {
      for (const action of actions) {
        for (const capacity of CAPACITIES) {
          triples++;
          const held = new Set<Capacity>([capacity]);
          const transition = findTransition(machine, state, action);
          const may = transition !== undefined && capacityFor(transition, held) === capacity;
          const offered = allowedActions(machine, state, held).includes(action);
          const wanted = rowOf.get(`${state} ${action}`)?.by.includes(capacity) ?? false;
          if (may !== wanted || offered !== wanted) unexpected.push(`${state} ${action} ${capacity}: ${may}`);
          if (may) allowed++;
        }
      }
    }
    expect(unexpected).toEqual([]);
    expect({ triples, allowed }).toEqual(counts);
  });

  it('leads where the table says and asks for a reason where the table says', () => {
    const made = rows.map((row) => {
      const transition = findTransition(machine, row.from as S, row.action as A);
      return { ...row, to: transition?.to, needsReason: transition?.reason === 'required' };
    });
    expect(made).toEqual(rows);
  });

  it('knows for each action who may take it and from where', () => {
    for (const action of actions) {
      const own = rows.filter((row) => row.action === action);
      expect(new Set(whoMay(machine, action))).toEqual(new Set(own.flatMap((row) => row.by)));
      expect(new Set(statesBefore(machine, action))).toEqual(new Set(own.map((row) => row.from)));
    }
  });

  it('has one transition at most for a state and an action', () => {
    const pairs = machine.transitions.flatMap((t) => t.from.map((from) => `${from} ${t.action}`));
    expect(pairs).toHaveLength(new Set(pairs).size);
    for (const state of states) {
      const offered = allowedActions(machine, state, new Set(CAPACITIES));
      expect(offered).toHaveLength(new Set(offered).size);
    }
  });

  it('offers nothing to somebody who holds no capacity', () => {
    for (const state of states) expect(allowedActions(machine, state, new Set())).toEqual([]);
  });

  it('lets nothing out of a final state and something out of every other', () => {
    for (const state of states) {
      const ways = rows.filter((row) => row.from === state).length;
      expect([state, ways === 0]).toEqual([state, machine.states[state].final === true]);
    }
  });

  it('reaches every state from the initial one', () => {
    expect(reachable(rows, machine.initial)).toEqual(new Set(states));
  });

  it('can come to an end from every state', () => {
    for (const state of states) {
      const ends = [...reachable(rows, state)].some((reached) => machine.states[reached as S].final === true);
      expect([state, ends]).toEqual([state, !endless]);
    }
  });

  it('waits only for people who can make a move out of the state', () => {
    for (const state of states) {
      const { awaits } = machine.states[state];
      if (awaits === undefined) continue;
      const canMove = allowedActions(machine, state, new Set([awaits.by])).length > 0;
      expect([state, canMove]).toEqual([state, !awaitedElsewhere.includes(state)]);
      expect(awaits.does).not.toBe('');
    }
  });

  it('labels its states and actions, no two of them alike', () => {
    const stateLabels = states.map((state) => machine.states[state].label);
    expect(stateLabels).not.toContain('');
    expect(new Set(stateLabels).size).toBe(states.length);
    const labelOf = new Map<A, Set<string>>();
    for (const t of machine.transitions) labelOf.set(t.action, (labelOf.get(t.action) ?? new Set()).add(t.label));
    const actionLabels = [...labelOf.values()].map((labels) => [...labels].join(' or '));
    expect(actionLabels).not.toContain('');
    expect(new Set(actionLabels).size).toBe(actions.length);
    for (const labels of labelOf.values()) expect(labels.size).toBe(1);
  });

  it('makes no reason public that the move itself hides', () => {
    for (const t of machine.transitions) if (t.reasonPublic) expect([t.action, t.isPublic]).toEqual([t.action, true]);
  });
}
