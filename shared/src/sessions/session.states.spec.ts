import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { SESSION_ACTIONS, SESSION_STATES, sessionMachine } from './session.states.js';

const TABLE = `
  preparing    announce  announced    convener,initiator
  postponed    announce  announced    convener,initiator
  announced    start     in_progress  convener,initiator
  in_progress  end       ended        convener,initiator
  ended        record    recorded     system
  announced    postpone  postponed    convener,initiator  reason
  preparing    cancel    cancelled    convener,initiator  reason
  announced    cancel    cancelled    convener,initiator  reason
  postponed    cancel    cancelled    convener,initiator  reason
`;

describe('The session machine', () => {
  it('keeps to itself that a session is cancelled of which nobody had heard', () => {
    const shown = sessionMachine.transitions
      .filter((t) => t.action === 'cancel')
      .flatMap((t) => t.from.map((from) => [from, t.isPublic ?? false]));
    expect(shown).toEqual([
      ['preparing', false],
      ['announced', true],
      ['postponed', true],
    ]);
  });

  describeMachine(sessionMachine, SESSION_STATES, SESSION_ACTIONS, TABLE, {
    triples: 7 * 6 * CAPACITIES.length,
    allowed: 17,
  });
});
