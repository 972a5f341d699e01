import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { MINUTES_ACTIONS, MINUTES_STATES, minutesMachine } from './minutes.states.js';

const TABLE = `
  draft          circulate    objection      recorder,convener
  objection      countersign  countersigned  signatory,system
  countersigned  publish      published      convener
  objection      revise       draft          recorder,convener  reason
  countersigned  revise       draft          recorder,convener  reason
`;

describe('The minutes machine', () => {
  describeMachine(minutesMachine, MINUTES_STATES, MINUTES_ACTIONS, TABLE, {
    triples: 4 * 4 * CAPACITIES.length,
    allowed: 9,
  });
});
