import type { ErrorCode } from '../errors/errors.js';
import { daysBetween } from '../time/china-time.js';
import type { TopicState } from '../topics/topic.states.js';
import type { SessionFormat } from './session.rules.js';

/** What decides whether a topic may come to the table. */
export interface TopicAtTheDoor {
  readonly state: TopicState;
  readonly format: SessionFormat;
  /** 微协商 is open in this township. */
  readonly microOn: boolean;
  /** When the plan that holds it was published, ms since 1970; null: not, or in no plan. */
  readonly planPublishedAt: number | null;
  readonly planNoticeDays: number;
  readonly now: number;
  /** Another session about it is not over, or its outcome is still on its way. */
  readonly busy: boolean;
  /** Promises made about it that are not closed. */
  readonly openTasks: number;
  /** Those among them that wait for another session (再协商). */
  readonly reconsultingTasks: number;
}

/** The move that the notice of the session makes; null where the topic is at the table already. */
export type PathToTable = { readonly action: 'deliberate' | 'reconsult' | null } | { readonly refusal: ErrorCode };

/**
 * How a topic comes to a session: out of a published plan, past the plan by 微协商, again for 再协商, or because
 * an earlier session about it was cancelled.
 */
export function pathToTable(topic: TopicAtTheDoor): PathToTable {
  if (topic.format === 'micro' && !topic.microOn) return { refusal: 'TOPIC.LIGHT_PATH_OFF' };
  if (topic.busy) return { refusal: 'SESSION.TOPIC_TAKEN' };
  switch (topic.state) {
    case 'planned':
      return hasStood(topic) ? { action: 'deliberate' } : { refusal: 'PLAN.NOT_PUBLISHED' };
    case 'accepted':
      return topic.format === 'micro' ? { action: 'deliberate' } : { refusal: 'TOPIC.LIGHT_PATH_ONLY_MICRO' };
    case 'deliberating':
      return { action: null };
    case 'resolving':
      // Nothing promised is as good a reason to meet again as a promise badly kept.
      return topic.reconsultingTasks > 0 || topic.openTasks === 0
        ? { action: 'reconsult' }
        : { refusal: 'SESSION.TOPIC_NOT_READY' };
    default:
      return { refusal: 'SESSION.TOPIC_NOT_READY' };
  }
}

function hasStood({ planPublishedAt, planNoticeDays, now }: TopicAtTheDoor): boolean {
  return planPublishedAt !== null && daysBetween(planPublishedAt, now) >= planNoticeDays;
}
