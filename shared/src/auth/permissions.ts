import type { CaseAction } from '../cases/case.states.js';
import { caseMachine } from '../cases/case.states.js';
import type { FeedbackAction } from '../feedback/feedback.states.js';
import { feedbackMachine } from '../feedback/feedback.states.js';
import { whoMay } from '../machine/machine.js';
import type { MinutesAction } from '../minutes/minutes.states.js';
import { minutesMachine } from '../minutes/minutes.states.js';
import type { ContentAction } from '../moderation/content.states.js';
import { contentMachine } from '../moderation/content.states.js';
import type { ReportAction } from '../moderation/report.states.js';
import { reportMachine } from '../moderation/report.states.js';
import type { RoundAction } from '../opinion/opinion.states.js';
import { roundMachine } from '../opinion/opinion.states.js';
import type { OutcomeAction } from '../outcomes/outcome.states.js';
import { outcomeMachine } from '../outcomes/outcome.states.js';
import type { PlanAction } from '../plans/plan.rules.js';
import { PLAN_ACTIONS, planActionRole } from '../plans/plan.rules.js';
import type { QuestionnaireAction } from '../questionnaires/questionnaire.states.js';
import { questionnaireMachine } from '../questionnaires/questionnaire.states.js';
import type { ResearchAction } from '../research/research.states.js';
import { researchMachine } from '../research/research.states.js';
import type { SessionAction } from '../sessions/session.states.js';
import { sessionMachine } from '../sessions/session.states.js';
import type { TaskAction } from '../tasks/task.states.js';
import { taskMachine } from '../tasks/task.states.js';
import type { TopicAction } from '../topics/topic.states.js';
import { topicMachine } from '../topics/topic.states.js';
import type { Capacity, Grant, Relation, Role } from './roles.js';
import { RELATIONS, ROLES } from './roles.js';

const EVERYONE: readonly Capacity[] = ROLES;
/** Administrators configure; they neither write content nor add pictures to it. */
const CONTENT_ROLES: readonly Capacity[] = ROLES.filter((role) => role !== 'admin');
const STAFF: readonly Capacity[] = ['convener', 'department', 'party_committee', 'county_office', 'city_office'];

/** What can be done besides the machines' moves, and who may. */
const OTHER_PERMISSIONS = {
  'account.read': EVERYONE,
  'account.write': EVERYONE,
  'inbox.read': EVERYONE,
  'message.read': EVERYONE,
  'dead_letter.handle': ['admin'],
  'people.find': ['convener', 'county_office', 'party_committee', 'member', 'admin'],
  'phone.reveal': ['convener', 'county_office', 'lead'],
  'phone.reveal_recorded': ['convener'],
  'phone.reveals': ['county_office', 'admin'],
  'staff.manage': ['admin'],
  // Which roles, and where: grant.rules.ts.
  'grant.manage': ['county_office', 'admin'],
  'staff.events': ['county_office', 'admin'],
  'open_key.manage': ['admin'],
  'settings.write': ['county_office', 'admin'],
  'settings.changes': ['county_office', 'admin'],
  'attachment.upload': CONTENT_ROLES,
  'topic.raise': ['resident', 'member', 'department', 'party_committee', 'county_office'],
  'topic.record': ['convener'],
  'topic.edit': ['raiser'],
  'topic.cosign': ['resident', 'member'],
  'link.make': EVERYONE,
  'topic.similar': EVERYONE,
  'topic.classify': ['convener', 'county_office'],
  'topic.work': STAFF,
  'topic.mine': EVERYONE,
  'plan.write': ['convener'],
  'session.call': ['convener', 'member'],
  'session.edit': ['convener', 'initiator'],
  'session.sign_up': ['resident', 'member'],
  'session.people': ['convener', 'initiator', 'chair', 'recorder', 'county_office'],
  'session.invite': ['convener', 'initiator'],
  'session.roll': ['convener', 'initiator'],
  'session.check_in': ['participant'],
  'session.materials': ['convener', 'initiator'],
  'session.draw': ['convener', 'initiator'],
  'session.work': STAFF,
  'session.mine': EVERYONE,
  'live.chair': ['convener', 'initiator', 'chair'],
  'live.take_part': ['participant'],
  'live.hand_down': ['convener', 'initiator', 'chair', 'participant'],
  'live.record': ['convener', 'recorder'],
  'live.count_room': ['convener', 'initiator', 'chair', 'recorder'],
  'opinion.start': ['convener', 'member'],
  'opinion.edit': ['convener', 'initiator'],
  'opinion.vote': ['resident', 'member', 'participant'],
  'opinion.submit': ['resident', 'member', 'participant'],
  'opinion.mine': EVERYONE,
  'research.begin': ['convener', 'county_office'],
  'research.edit': ['convener', 'county_office'],
  'research.write': ['researcher', 'convener', 'county_office'],
  'research.visit': ['researcher', 'convener', 'county_office'],
  'research.carry': ['convener', 'initiator'],
  'research.mine': EVERYONE,
  'questionnaire.write': ['researcher', 'convener', 'county_office'],
  'questionnaire.read': ['researcher', 'convener', 'county_office'],
  'questionnaire.answer': EVERYONE,
  'minutes.write': ['recorder', 'convener'],
  'minutes.object': ['participant'],
  'minutes.answer': ['recorder', 'convener'],
  'minutes.sign': ['signatory'],
  'minutes.signatories': ['convener'],
  'minutes.correct': ['convener'],
  'outcome.write': ['convener'],
  'outcome.work': STAFF,
  'task.progress': ['lead', 'co_lead'],
  'task.split': ['lead', 'county_office'],
  'task.plan': ['lead'],
  'task.wait': ['lead', 'convener', 'county_office'],
  'task.appoint': ['county_office', 'party_committee'],
  'task.supervise': ['supervisor'],
  'task.rate': ['raiser', 'participant', 'resident', 'member'],
  'task.conclude': ['convener'],
  'task.ask': ['lead'],
  'task.decide': ['convener', 'county_office'],
  'task.urge': ['convener', 'county_office', 'supervisor'],
  'task.visit': ['raiser', 'participant', 'member'],
  'task.ask_visit': ['convener'],
  'task.look_back': ['raiser', 'participant', 'resident', 'member'],
  'task.answer_look_back': ['convener'],
  'task.work': STAFF,
  'task.mine': EVERYONE,
  'case.write': ['convener'],
  'case.work': STAFF,
  'moderation.work': ['convener', 'county_office'],
  'moderation.words': ['county_office', 'admin'],
  'report.make': EVERYONE,
  'report.mine': EVERYONE,
  'figures.read': ['convener', 'party_committee', 'county_office', 'city_office'],
  'bulletin.write': ['county_office'],
  'feedback.give': EVERYONE,
  'feedback.mine': EVERYONE,
} as const satisfies Record<string, readonly Capacity[]>;

/** What somebody may do who signed in and has no role anywhere yet: look after their own account, and read. */
const WITHOUT_ROLE: ReadonlySet<string> = new Set([
  'account.read',
  'account.write',
  'inbox.read',
  'link.make',
  'message.read',
  'topic.similar',
  'topic.mine',
  'session.mine',
  'task.mine',
  'opinion.mine',
  'research.mine',
  'questionnaire.answer',
  'report.make',
  'report.mine',
  'feedback.give',
  'feedback.mine',
] satisfies (keyof typeof OTHER_PERMISSIONS)[]);

export type Permission =
  | keyof typeof OTHER_PERMISSIONS
  | `topic.${TopicAction}`
  | `plan.${PlanAction}`
  | `session.${SessionAction}`
  | `minutes.${MinutesAction}`
  | `outcome.${OutcomeAction}`
  | `task.${TaskAction}`
  | `round.${RoundAction}`
  | `content.${ContentAction}`
  | `research.${ResearchAction}`
  | `questionnaire.${QuestionnaireAction}`
  | `case.${CaseAction}`
  | `report.${ReportAction}`
  | `feedback.${FeedbackAction}`;

function movePermissions(): [string, readonly Capacity[]][] {
  const machines = [
    topicMachine,
    sessionMachine,
    minutesMachine,
    outcomeMachine,
    taskMachine,
    roundMachine,
    researchMachine,
    questionnaireMachine,
    caseMachine,
    contentMachine,
    reportMachine,
    feedbackMachine,
  ] as const;
  const moves = machines.flatMap((machine) =>
    [...new Set(machine.transitions.map((t) => t.action))].map((action): [string, readonly Capacity[]] => [
      `${machine.kind}.${action}`,
      whoMay(machine as never, action as never),
    ]),
  );
  const plans = PLAN_ACTIONS.map((action): [string, readonly Capacity[]] => [
    `plan.${action}`,
    [planActionRole(action)],
  ]);
  return [...moves, ...plans];
}

/** Permission → who holds it: the machines' moves come from their tables, the rest is listed above. */
export const PERMISSIONS: ReadonlyMap<Permission, readonly Capacity[]> = new Map([
  ...(Object.entries(OTHER_PERMISSIONS) as [Permission, readonly Capacity[]][]),
  ...(movePermissions() as [Permission, readonly Capacity[]][]),
]);

const RELATION_SET: ReadonlySet<string> = new Set(RELATIONS);

/** True when `capacity` is a relation to one item, not a role. */
export function isRelation(capacity: Capacity): capacity is Relation {
  return RELATION_SET.has(capacity);
}

/** Whether these capacities, held towards one item, include the permission. */
export function holds(permission: Permission, held: ReadonlySet<Capacity>): boolean {
  return (PERMISSIONS.get(permission) ?? []).some((capacity) => held.has(capacity));
}

/**
 * Whether somebody could hold a permission towards some item at all: what a route checks before it looks
 * anything up. A permission that hangs on a relation passes here for everyone signed in; for `lead` and
 * `co_lead` only departments.
 */
export function mayEver(permission: Permission, grants: readonly Grant[]): boolean {
  if (grants.length === 0) return WITHOUT_ROLE.has(permission);
  const roles = new Set<Role>(grants.map((g) => g.role));
  return (PERMISSIONS.get(permission) ?? []).some((capacity) => {
    if (!isRelation(capacity)) return roles.has(capacity);
    if (capacity === 'system') return false;
    return capacity === 'lead' || capacity === 'co_lead' ? roles.has('department') : roles.size > 0;
  });
}
