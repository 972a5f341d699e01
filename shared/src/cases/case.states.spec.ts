import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { CASE_ACTIONS, CASE_STATES, caseMachine } from './case.states.js';

const TABLE = `
  draft      submit    submitted  convener
  draft      withdraw  withdrawn  convener       reason
  submitted  return    returned   county_office  reason
  submitted  feature   featured   county_office
  submitted  withdraw  withdrawn  convener       reason
  returned   submit    submitted  convener
  returned   withdraw  withdrawn  convener       reason
  featured   withdraw  withdrawn  county_office  reason
`;

describe('The case machine', () => {
  describeMachine(caseMachine, CASE_STATES, CASE_ACTIONS, TABLE, {
    triples: 5 * 4 * CAPACITIES.length,
    allowed: 8,
  });
});
