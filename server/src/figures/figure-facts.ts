import { chinaMonth, EVALUATION_QUESTIONS, milestonesOf, type TopicState, topicFate } from '@consult/shared';
import type { TopicEntity } from '../topics/topic.entity.js';
import type { TopicStayEntity } from '../topics/topic-stay.entity.js';

/** What is counted of topics, and then of promises, see promise-facts.ts. A stay's name is its state and its days. */
export const FIGURE_MEASURES = [
  'fate',
  'milestone',
  'source',
  'theme',
  'stay',
  'promise',
  'done',
  ...EVALUATION_QUESTIONS,
] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

/** Who may open what is counted: everyone, those who handle it, or those alone because it is sensitive. */
export type Seen = 'public' | 'unseen' | 'sensitive';

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
  /** YYYY-MM; of `done` YYYY */
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
const stayName = ({ state, days }: Pick<TopicStayEntity, 'state' | 'days'>): string => `${state}:${days}`;

/** The state and the days of a cell of stays. */
export function readStayName(name: string): { state: TopicState; days: number } {
  const [state, days] = name.split(':');
  return { state: state as TopicState, days: Number(days) };
}

/** The cell in which a stay of a topic counts. Everyone may open it if they see the topic and the move that ended the stay. */
export function stayFigure(
  stay: Pick<TopicStayEntity, 'state' | 'days' | 'isPublic' | 'leftAt'>,
  topic: SeenFacts,
): FigureChange {
  const seen = seenOf(topic);
  return {
    measure: 'stay',
    period: chinaMonth(stay.leftAt),
    name: stayName(stay),
    seen: seen === 'public' && !stay.isPublic ? 'unseen' : seen,
    n: 1,
  };
}

/** What changes in the cells when what was `before` is `after`. */
export function difference(before: readonly FigureChange[], after: readonly FigureChange[]): FigureChange[] {
  const changes = new Map<string, FigureChange>();
  for (const one of [...before.map((had) => ({ ...had, n: -had.n })), ...after]) {
    const key = [one.measure, one.period, one.name, one.seen].join('|');
    changes.set(key, { ...one, n: (changes.get(key)?.n ?? 0) + one.n });
  }
  return [...changes.values()].filter(({ n }) => n !== 0);
}

type SeenFacts = Pick<TopicFacts, 'sensitive' | 'isPublic'>;

/** Who may open a topic. */
export function seenOf({ sensitive, isPublic }: SeenFacts): Seen {
  if (sensitive) return 'sensitive';
  return isPublic ? 'public' : 'unseen';
}
