import { ITEM_KIND_LABELS, ITEM_KINDS, type Machine } from '../machine/machine.js';
import { eventLabel, MACHINES, NOTE_ACTIONS, stateLabel } from './event.labels.js';

describe('What a timeline calls an event', () => {
  it.each(ITEM_KINDS)('is Chinese for every move and state of a %s', (kind) => {
    const machine = MACHINES[kind] as Machine<string, string>;
    expect(machine.kind).toBe(kind);
    for (const { action } of machine.transitions) expect(eventLabel(kind, action)).toMatch(/\p{Script=Han}/u);
    for (const state of Object.keys(machine.states)) {
      expect(stateLabel(kind, state)).toBe(machine.states[state]?.label);
    }
    expect(ITEM_KIND_LABELS[kind]).toMatch(/^\p{Script=Han}+$/u);
  });

  it('is a word of its own for what moves nothing', () => {
    expect(eventLabel('topic', 'create')).toBe('提出议题');
    expect(eventLabel('minutes', 'object')).toBe('提出异议');
    expect(eventLabel('task', 'progress')).toBe('报告进展');
    expect(eventLabel('session', 'edit')).toBe('修改会议安排');
    expect(eventLabel('session', 'rearrange')).toBe('变更安排');
  });

  it('never stands for a move and a note at once', () => {
    for (const kind of ITEM_KINDS) {
      const moves = MACHINES[kind].transitions.map((t): string => t.action);
      expect(NOTE_ACTIONS.filter((note) => moves.includes(note))).toEqual([]);
    }
  });
});
