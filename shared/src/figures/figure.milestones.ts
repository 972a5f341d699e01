import type { TopicEnding } from '../topics/topic.fate.js';
import type { TopicState } from '../topics/topic.states.js';

/** How far a topic has come, whatever became of it then. */
export const MILESTONES = ['accepted', 'planned', 'deliberated', 'promised', 'kept'] as const;
export type Milestone = (typeof MILESTONES)[number];
export const MILESTONE_LABELS: Readonly<Record<Milestone, string>> = {
  accepted: '已受理',
  planned: '列入计划',
  deliberated: '进入协商',
  promised: '作出承诺',
  kept: '承诺全部兑现',
};

/** The states of a topic whose plan the county has approved, or that has gone on from there. */
export const PLANNED_STATES: readonly TopicState[] = ['planned', 'deliberating', 'resolving', 'closed'];
/** The states of a topic that has been at the table. */
export const DELIBERATED_STATES: readonly TopicState[] = ['deliberating', 'resolving', 'closed'];

/** What the milestones of a topic follow from. */
export interface MilestoneFacts {
  state: TopicState;
  heldFrom: TopicState | null;
  planId: string | null;
  /** ms since 1970, null if never */
  acceptedAt: number | null;
  promisedAt: number | null;
  ending: TopicEnding | null;
}

/** Those that a topic has reached. One on hold or withdrawn counts as far as it had come. */
export function milestonesOf(topic: MilestoneFacts): Milestone[] {
  const held = topic.state === 'suspended' || topic.state === 'withdrawn';
  const at = held ? topic.heldFrom : topic.state;
  const reached: Readonly<Record<Milestone, boolean>> = {
    accepted: topic.acceptedAt !== null,
    planned: topic.planId !== null && at !== null && PLANNED_STATES.includes(at),
    deliberated: at !== null && DELIBERATED_STATES.includes(at),
    promised: topic.promisedAt !== null,
    kept: topic.state === 'closed' && topic.ending === 'kept',
  };
  return MILESTONES.filter((milestone) => reached[milestone]);
}
