import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { CONTENT_ACTIONS, CONTENT_STATES, contentMachine } from './content.states.js';

const TABLE = `
  pending     pass       passed      system
  pending     question   in_review   system
  pending     refuse     refused     system
  pending     approve    passed      convener,county_office
  in_review   approve    passed      convener,county_office
  pending     reject     refused     convener,county_office  reason
  in_review   reject     refused     convener,county_office  reason
  refused     override   passed      convener,county_office  reason
  refused     appeal     in_review   raiser                  reason
  passed      take_down  taken_down  convener,county_office  reason
  taken_down  restore    passed      convener,county_office  reason
`;

describe('The content machine', () => {
  describeMachine(
    contentMachine,
    CONTENT_STATES,
    CONTENT_ACTIONS,
    TABLE,
    { triples: 5 * 9 * CAPACITIES.length, allowed: 18 },
    { endless: true },
  );

  it('shows nothing that neither the machine nor a person let pass', () => {
    const into = contentMachine.transitions.filter((t) => t.to === 'passed').map((t) => t.action);
    expect(into).toEqual(['pass', 'approve', 'override', 'restore']);
  });
});
