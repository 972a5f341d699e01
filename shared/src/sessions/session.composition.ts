import { AGE_BAND_LABELS, AGE_BANDS, isNothingTold, type MyTold } from '../people/told.js';
import type { TopicCategory } from '../topics/topic.rules.js';

/** So few people could be told apart, so no number is given. */
export const COMPOSITION_MIN = 3;

/** How many of those with a seat say this of themselves; 'few' for fewer than COMPOSITION_MIN. */
export interface CompositionCount {
  label: string;
  count: number | 'few';
}

/** GET /sessions/:id/composition: who is on the list as a whole, never who of them. */
export interface SessionComposition {
  seated: number;
  /** Empty while fewer than COMPOSITION_MIN people told anything. */
  ages: CompositionCount[];
  communities: CompositionCount[];
  /** 还缺谁, plain sentences. */
  hints: string[];
}

/** What the topics of a session are about. */
export interface CompositionTopics {
  communities: readonly { code: string; name: string }[];
  categories: readonly TopicCategory[];
}

const shown = (label: string, count: number): CompositionCount => ({
  label,
  count: count > 0 && count < COMPOSITION_MIN ? 'few' : count,
});

/** 少于 3 人 */
export function sayCompositionCount({ count }: CompositionCount): string {
  return count === 'few' ? `少于 ${COMPOSITION_MIN} 人` : `${count} 人`;
}

/**
 * Counts what those with a seat told of themselves, and says who is missing.
 * @param seated one entry a person, NOTHING_TOLD for who told nothing
 * @param nameOf the name of a community's code
 */
export function compositionOf(
  seated: readonly MyTold[],
  topics: CompositionTopics,
  nameOf: (community: string) => string,
): SessionComposition {
  const told = seated.filter((one) => !isNothingTold(one));
  if (told.length < COMPOSITION_MIN) {
    const hints = seated.length === 0 ? [] : ['填写情况的人还太少，看不出还缺谁'];
    return { seated: seated.length, ages: [], communities: [], hints };
  }
  const ages = AGE_BANDS.map((band) => ({ band, n: told.filter(({ ageBand }) => ageBand === band).length }));
  const from = (code: string) => told.filter(({ community }) => community === code).length;
  const codes = new Set([
    ...topics.communities.map(({ code }) => code),
    ...told.flatMap(({ community }) => community ?? []),
  ]);
  const silent = seated.length - told.length;
  return {
    seated: seated.length,
    ages: ages.map(({ band, n }) => shown(AGE_BAND_LABELS[band], n)),
    communities: [...codes].sort().map((code) => shown(nameOf(code), from(code))),
    hints: [
      ...ages.filter(({ n }) => n === 0).map(({ band }) => `还没有 ${AGE_BAND_LABELS[band]}的人`),
      ...topics.communities.filter(({ code }) => from(code) === 0).map(({ name }) => `还没有议题所在的${name}的人`),
      ...topics.categories
        .filter((category) => !told.some(({ interests }) => interests.includes(category)))
        .map((category) => `还没有关心“${category}”的人`),
      ...(silent > 0 ? [`${seated.length} 人中有 ${silent} 人没有填写`] : []),
    ],
  };
}
