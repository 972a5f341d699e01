import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import { TASK_ACTIONS, TASK_STATES, taskMachine } from './task.states.js';

const TABLE = `
  assigned      take             in_progress   lead
  assigned      refuse           refused       lead                           reason
  assigned      reassign         assigned      county_office                  reason
  assigned      designate        in_progress   county_office                  reason
  in_progress   reassign         assigned      county_office                  reason
  in_progress   designate        in_progress   county_office                  reason
  refused       reassign         assigned      county_office,party_committee
  refused       designate        in_progress   county_office
  in_progress   hand_over        assigned      county_office
  in_progress   pause            paused        convener,county_office,system  reason
  paused        keep_paused      paused        convener,county_office         reason
  paused        resume           in_progress   convener,county_office,system
  in_progress   reply            replied       lead
  replied       open_evaluation  evaluating    convener
  replied       send_back        redo          system
  evaluating    close            closed        convener
  evaluating    watch            long_term     convener
  evaluating    defer            deferred      convener
  evaluating    redo             redo          convener
  evaluating    advise_reconsult reconsult_advised convener
  redo          restart          in_progress   lead,convener
  redo          reconsult        reconsulting  convener                       reason
  reconsult_advised restart      in_progress   convener
  reconsult_advised reconsult    reconsulting  convener                       reason
  reconsulting  carry_over       closed        system
  long_term     review           long_term     convener                       reason
  long_term     restart          in_progress   lead,convener
  long_term     reconsult        reconsulting  convener                       reason
  long_term     close            closed        convener                 reason
  assigned      close_with       closed        system
  refused       close_with       closed        system
  in_progress   close_with       closed        system
  paused        close_with       closed        system
  replied       close_with       closed        system
  deferred      review           deferred      convener                       reason
  deferred      restart          in_progress   lead,convener
  deferred      reconsult        reconsulting  convener                       reason
  deferred      close            closed        convener                 reason
  closed        reopen           in_progress   convener,system                reason
`;

describe('The task machine', () => {
  // The new session is called through the topic, so its convener has no move of the task itself.
  const counts = { triples: 12 * 22 * CAPACITIES.length, allowed: 49 };
  // What is closed may come back, so that no promise is ever over for good.
  const options = { awaitedElsewhere: ['reconsulting'], endless: true } as const;
  describeMachine(taskMachine, TASK_STATES, TASK_ACTIONS, TABLE, counts, options);
});
