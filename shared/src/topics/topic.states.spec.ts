import { CAPACITIES } from '../auth/roles.js';
import { describeMachine } from '../machine/machine-table.testing.js';
import {
  COSIGNABLE_STATES,
  isOpenToComment,
  mayCallSession,
  SIMILAR_STATES,
  TOPIC_ACTIONS,
  TOPIC_STATES,
  type TopicState,
  topicMachine,
} from './topic.states.js';

const TABLE = `
  draft          submit            submitted      raiser
  returned       submit            submitted      raiser
  submitted      accept            accepted       convener
  submitted      return            returned       convener                        reason
  submitted      decline           declined       convener                        reason
  accepted       merge             merged         convener
  merged         unmerge           accepted       convener,system
  accepted       shortlist         shortlisted    convener
  shortlisted    drop              accepted       convener                        reason
  shortlisted    propose           party_review   convener
  party_review   party_approve     county_review  party_committee
  party_review   party_send_back   accepted       party_committee                 reason
  county_review  county_approve    planned        county_office
  county_review  county_send_back  accepted       county_office                   reason
  planned        deliberate        deliberating   convener,member
  accepted       deliberate        deliberating   convener,member
  deliberating   resolve           resolving      system
  resolving      reconsult         deliberating   convener
  resolving      close             closed         convener,system
  closed         reopen            resolving      system

  submitted      suspend           suspended      convener,county_office          reason
  returned       suspend           suspended      convener,county_office          reason
  accepted       suspend           suspended      convener,county_office          reason
  shortlisted    suspend           suspended      convener,county_office          reason
  party_review   suspend           suspended      convener,county_office          reason
  county_review  suspend           suspended      convener,county_office          reason
  planned        suspend           suspended      convener,county_office          reason
  deliberating   suspend           suspended      convener,county_office          reason
  resolving      suspend           suspended      convener,county_office          reason
  suspended      resume            previous       convener,county_office

  draft          withdraw          withdrawn      raiser                          reason
  submitted      withdraw          withdrawn      raiser,convener,county_office   reason
  returned       withdraw          withdrawn      raiser,convener,county_office   reason
  accepted       withdraw          withdrawn      raiser,convener,county_office   reason
  shortlisted    withdraw          withdrawn      convener,county_office          reason
  party_review   withdraw          withdrawn      convener,county_office          reason
  county_review  withdraw          withdrawn      convener,county_office          reason
  planned        withdraw          withdrawn      convener,county_office          reason
  deliberating   withdraw          withdrawn      convener,county_office          reason
  resolving      withdraw          withdrawn      convener,county_office          reason
  suspended      withdraw          withdrawn      convener,county_office          reason
`;

describe('The topic machine', () => {
  describeMachine(topicMachine, TOPIC_STATES, TOPIC_ACTIONS, TABLE, {
    triples: 15 * 21 * CAPACITIES.length,
    allowed: 68,
  });

  it('returns only a suspended topic to where it was', () => {
    const returning = topicMachine.transitions.filter((t) => t.to === 'previous');
    expect(returning.map((t) => [t.action, t.from])).toEqual([['resume', ['suspended']]]);
  });

  it("keeps the reasons of a return, a decline, the reviews and a draft's withdrawal from the public", () => {
    const hidden = topicMachine.transitions.filter((t) => t.reason === 'required' && !t.reasonPublic);
    expect(new Set(hidden.flatMap((t) => t.from.map((from) => `${from} ${t.action}`)))).toEqual(
      new Set([
        'submitted return',
        'submitted decline',
        'party_review party_send_back',
        'county_review county_send_back',
        'draft withdraw',
      ]),
    );
  });

  it('has a session called by whoever may bring the topic to the table', () => {
    const who = (state: TopicState, waits: boolean) =>
      (['convener', 'member', 'resident', 'county_office'] as const).filter((role) =>
        mayCallSession(state, waits, new Set([role])),
      );
    expect(who('planned', true)).toEqual(['convener', 'member']);
    expect(who('accepted', true)).toEqual(['convener', 'member']);
    expect(who('resolving', false)).toEqual(['convener']);
    expect(who('deliberating', true)).toEqual(['convener', 'member']);
    expect(who('deliberating', false)).toEqual([]);
    expect(who('submitted', true)).toEqual([]);
  });

  it('takes co-signatures from acceptance until the topic comes to the table', () => {
    const cosignable: TopicState[] = ['accepted', 'shortlisted', 'party_review', 'county_review', 'planned'];
    expect(COSIGNABLE_STATES).toEqual(cosignable);
  });

  it('stands for public comment while it is shortlisted, and not before or after', () => {
    expect(TOPIC_STATES.filter(isOpenToComment)).toEqual(['shortlisted']);
  });

  it('offers as similar every topic that is accepted and still open', () => {
    expect(new Set(SIMILAR_STATES)).toEqual(new Set([...COSIGNABLE_STATES, 'deliberating', 'resolving']));
  });
});
