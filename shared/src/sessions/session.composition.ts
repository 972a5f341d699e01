import { AGE_BAND_LABELS, AGE_BANDS, isNothingTold, type MyTold } from '../people/told.js';
import type { TopicCategory } from '../topics/topic.rules.js';

/** So few people could be told apart, so nothing is told of them. */
export const COMPOSITION_MIN = 3;

/**
 * How many of those with a seat say something of themselves, in bands: with exact numbers, whoever watches the list while
 * one person joins or leaves would learn what that person told.
 */
export const COMPOSITION_BANDS = [
  { band: 'none', from: 0, label: '没有' },
  { band: 'few', from: 1, label: `少于 ${COMPOSITION_MIN} 人` },
  { band: 'some', from: COMPOSITION_MIN, label: `${COMPOSITION_MIN} 到 5 人` },
  { band: 'several', from: 6, label: '6 到 10 人' },
  { band: 'many', from: 11, label: '10 人以上' },
] as const;
export type CompositionBand = (typeof COMPOSITION_BANDS)[number]['band'];

export interface CompositionCount {
  label: string;
  count: CompositionBand;
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

/** The band of a number of people. */
export function compositionBand(people: number): CompositionBand {
  return COMPOSITION_BANDS.reduce<CompositionBand>((found, { band, from }) => (people >= from ? band : found), 'none');
}

const shown = (label: string, people: number): CompositionCount => ({ label, count: compositionBand(people) });

/** 少于 3 人 */
export function sayCompositionCount({ count }: CompositionCount): string {
  return COMPOSITION_BANDS.find(({ band }) => band === count)?.label ?? '';
}

/** Roughly how many told nothing; null where everyone did. */
function saySilent(silent: number, seated: number): string | null {
  if (silent === 0) return null;
  return silent * 2 > seated ? '一多半的人没有填写' : '有人没有填写';
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
  const silent = saySilent(seated.length - told.length, seated.length);
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
      ...(silent === null ? [] : [silent]),
    ],
  };
}
