import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { ROUND_ACTIONS, ROUND_STATES, roundMachine } from './opinion.states.js';

const TABLE = `
  draft open     open      convener,initiator,system
  draft withdraw withdrawn convener,initiator        reason
  open  close    closed    convener,initiator,system
  open  withdraw withdrawn convener,initiator        reason
`;

describe('The machine of an opinion round', () => {
  describeMachine(roundMachine, ROUND_STATES, ROUND_ACTIONS, TABLE, {
    triples: 4 * 3 * CAPACITIES.length,
    allowed: 10,
  });

  it('says publicly why a round that people take part in is withdrawn, not why a draft is', () => {
    const reasons = roundMachine.transitions
      .filter(({ action }) => action === 'withdraw')
      .map(({ from, reasonPublic }) => [from.join(), reasonPublic ?? false]);
    expect(reasons).toEqual([
      ['draft', false],
      ['open', true],
    ]);
  });
});
