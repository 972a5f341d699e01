import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { SESSION_FORMATS } from '../sessions/session.rules.js';
import { mayAssignDirectly } from './outcome.rules.js';
import { OUTCOME_ACTIONS, OUTCOME_STATES, outcomeMachine } from './outcome.states.js';

const TABLE = `
  drafted     publish          published   convener
  published   send             sent        convener
  sent        instruct         instructed  county_office,party_committee
  instructed  assign           assigned    county_office,party_committee
  published   assign_directly  assigned    convener
`;

describe('The outcome machine', () => {
  describeMachine(outcomeMachine, OUTCOME_STATES, OUTCOME_ACTIONS, TABLE, {
    triples: 5 * 5 * CAPACITIES.length,
    allowed: 7,
  });

  it('lets only a 微协商 hand out its tasks itself', () => {
    expect(SESSION_FORMATS.filter(mayAssignDirectly)).toEqual(['micro']);
  });
});
