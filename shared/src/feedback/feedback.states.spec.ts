import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { FEEDBACK_ACTIONS, FEEDBACK_STATES, feedbackMachine } from './feedback.states.js';

const TABLE = `
  received  take    handling  convener,county_office
  received  answer  answered  convener,county_office  reason
  handling  answer  answered  convener,county_office  reason
`;

describe('The feedback machine', () => {
  describeMachine(feedbackMachine, FEEDBACK_STATES, FEEDBACK_ACTIONS, TABLE, {
    triples: 3 * 2 * CAPACITIES.length,
    allowed: 6,
  });
});
