import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { REPORT_ACTIONS, REPORT_STATES, reportMachine } from './report.states.js';

const TABLE = `
  open  take_down  taken_down  convener,county_office  reason
  open  settle     settled     convener,county_office  reason
  open  dismiss    dismissed   convener,county_office  reason
`;

describe('The report machine', () => {
  describeMachine(reportMachine, REPORT_STATES, REPORT_ACTIONS, TABLE, {
    triples: 4 * 3 * CAPACITIES.length,
    allowed: 6,
  });
});
