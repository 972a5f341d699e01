import {
  addDays,
  chinaDate,
  endOfChinaDay,
  type FunnelGroup,
  type PromiseStanding,
  startOfChinaDay,
  type TaskLight,
  type TopicFate,
} from '@consult/shared';
import { isWorkingDay } from '@consult/shared/deadlines';
import type { BookedTask, BookedTopic, Books } from './books.js';

/** Numbers reckoned from the books alone, by rules written down here once more, as the domain has them. */

const DUE_SOON_DAYS = 5;
const STALLED_DAYS = 30;

/** What has become of a topic. */
export function fateOf(topic: BookedTopic, books: Books): TopicFate {
  switch (topic.state) {
    case 'submitted':
      return 'screening';
    case 'accepted':
      return 'pooled';
    case 'shortlisted':
    case 'party_review':
    case 'county_review':
      return 'reviewing';
    case 'resolving':
      return 'delivering';
    case 'closed':
      return endingOf(topic, books);
    case 'draft':
      throw new Error('nothing is drafted here');
    default:
      return topic.state;
  }
}

function endingOf(topic: BookedTopic, books: Books): TopicFate {
  const own = books.tasksOf(topic).filter(({ carriedOver }) => !carriedOver);
  if (own.length === 0) {
    return books.sessionsOf(topic).some(({ consensus, outcome }) => consensus && outcome !== 'none')
      ? 'no_promise'
      : 'no_consensus';
  }
  const kept = own.filter(({ replyClass }) => replyClass === 'A' || replyClass === 'B').length;
  return kept === 0 ? 'explained' : kept === own.length ? 'kept' : 'partly_kept';
}

export const GROUPS: Readonly<Record<FunnelGroup, readonly TopicFate[]>> = {
  waiting: ['screening', 'returned', 'pooled', 'reviewing', 'planned'],
  deliberating: ['deliberating'],
  delivering: ['delivering'],
  closed: ['kept', 'partly_kept', 'explained', 'no_consensus', 'no_promise'],
  merged: ['merged'],
  declined: ['declined'],
  withdrawn: ['withdrawn'],
  suspended: ['suspended'],
};

export function standingOf({ state, replyClass, carriedOver }: BookedTask): PromiseStanding {
  if (carriedOver) return 'carried_over';
  if (state === 'closed') return replyClass === 'A' || replyClass === 'B' ? 'kept' : 'explained';
  if (state === 'long_term' || state === 'deferred') return 'watched';
  if (state === 'reconsulting' || state === 'reconsult_advised') return 'reconsulting';
  if (state === 'paused') return 'paused';
  return state === 'replied' || state === 'evaluating' ? 'answered' : 'owing';
}

export const isOwing = ({ state }: BookedTask): boolean =>
  state === 'assigned' || state === 'refused' || state === 'in_progress' || state === 'redo';

/** The light of a promise at a moment. */
export function lightOf(task: BookedTask, now: number): TaskLight {
  if (!isOwing(task)) return task.state === 'paused' ? 'paused' : 'done';
  if (task.dueAt < now) return 'overdue';
  if (task.lastWordAt < startOfChinaDay(addDays(chinaDate(now), -STALLED_DAYS))) return 'stalled';
  let day = chinaDate(now);
  for (let left = DUE_SOON_DAYS; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return task.dueAt <= endOfChinaDay(day) ? 'due_soon' : 'on_time';
}

/** The working days after the day of one moment, up to that of another. */
export function workedBetween(from: number, to: number): number {
  let n = 0;
  for (let day = addDays(chinaDate(from), 1); day <= chinaDate(to); day = addDays(day, 1))
    if (isWorkingDay(day)) n += 1;
  return n;
}

/** A date moved on by so many working days, the end of that day. */
export function movedOn(dueAt: number, workingDays: number): number {
  let day = chinaDate(dueAt);
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return endOfChinaDay(day);
}

/** Whether everybody may see a topic: from its acceptance on, but for what was declined or came back. */
export const isSeen = ({ acceptedAt, state }: BookedTopic): boolean =>
  acceptedAt !== null && !['submitted', 'returned', 'declined'].includes(state);

/** How many of each there are; what there is none of is left out. */
export function tally<T, K extends string>(all: Iterable<T>, of: (one: T) => K): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
  return counts;
}

/** The same of counts that name everything there could be. */
export const some = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
