import { chinaMonth, milestonesOf, type TopicState, topicFate } from '@consult/shared';
import type { TopicEntity } from '../topics/topic.entity.js';

/** What is counted of topics. A stay's name is its state and its days. */
export const FIGURE_MEASURES = ['fate', 'milestone', 'source', 'theme', 'stay'] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

/** Who may open what is counted: everyone, those who handle it, or those alone because it is sensitive. Stays: any. */
export type Seen = 'public' | 'unseen' | 'sensitive' | 'any';

/** What of a topic its figures follow from. */
export type TopicFacts = Pick<
  TopicEntity,
  | 'county'
  | 'township'
  | 'state'
  | 'heldFrom'
  | 'source'
  | 'category'
  | 'planId'
  | 'sensitive'
  | 'isPublic'
  | 'submittedAt'
  | 'acceptedAt'
  | 'promisedAt'
  | 'ending'
>;

export interface FigureChange {
  readonly measure: FigureMeasure;
  /** YYYY-MM */
  readonly period: string;
  readonly name: string;
  readonly seen: Seen;
  readonly n: number;
}

/** The cells in which a topic counts as one; none before it was ever submitted. */
export function figuresOf(topic: TopicFacts): FigureChange[] {
  const fate = topicFate(topic);
  if (fate === null || topic.submittedAt === null) return [];
  const at = { period: chinaMonth(topic.submittedAt), seen: seenOf(topic), n: 1 };
  return [
    { measure: 'fate', name: fate, ...at },
    { measure: 'source', name: topic.source, ...at },
    { measure: 'theme', name: topic.category, ...at },
    ...milestonesOf(topic).map((name) => ({ measure: 'milestone' as const, name, ...at })),
  ];
}

/** A state and the days that a topic stood in it, as the name of a cell. */
export function stayName(state: TopicState, days: number): string {
  return `${state}:${days}`;
}

/** What changes in the cells when a topic that was `before` is `after`. */
export function difference(before: readonly FigureChange[], after: readonly FigureChange[]): FigureChange[] {
  const keyOf = ({ measure, period, name, seen }: FigureChange) => [measure, period, name, seen].join('|');
  const had = new Set(before.map(keyOf));
  const has = new Set(after.map(keyOf));
  return [
    ...before.filter((one) => !has.has(keyOf(one))).map((one) => ({ ...one, n: -1 })),
    ...after.filter((one) => !had.has(keyOf(one))),
  ];
}

function seenOf({ sensitive, isPublic }: TopicFacts): Seen {
  if (sensitive) return 'sensitive';
  return isPublic ? 'public' : 'unseen';
}
