import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { RESEARCH_ACTIONS, RESEARCH_STATES, researchMachine } from './research.states.js';

const TABLE = `
  draft     start      open       convener,county_office
  open      report     reported   researcher,convener
  reported  send_back  open       convener,county_office  reason
  reported  finish     finished   convener,county_office
  finished  reopen     open       convener,county_office  reason
  draft     withdraw   withdrawn  convener,county_office  reason
  open      withdraw   withdrawn  convener,county_office  reason
  reported  withdraw   withdrawn  convener,county_office  reason
`;

describe('The research machine', () => {
  describeMachine(researchMachine, RESEARCH_STATES, RESEARCH_ACTIONS, TABLE, {
    triples: 5 * 6 * CAPACITIES.length,
    allowed: 16,
  });

  it('lets everyone know that a research began and what came of it, and nothing in between', () => {
    const shown = researchMachine.transitions.filter((t) => t.isPublic).map((t) => t.action);
    expect(shown).toEqual(['start', 'finish']);
  });
});
