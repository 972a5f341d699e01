import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { QUESTIONNAIRE_ACTIONS, QUESTIONNAIRE_STATES, questionnaireMachine } from './questionnaire.states.js';

const TABLE = `
  draft  open   open     convener,county_office
  open   close  closed   convener,county_office
  draft  drop   dropped  convener,county_office,researcher
`;

describe('The questionnaire machine', () => {
  describeMachine(questionnaireMachine, QUESTIONNAIRE_STATES, QUESTIONNAIRE_ACTIONS, TABLE, {
    triples: 4 * 3 * CAPACITIES.length,
    allowed: 7,
  });
});
