import type { MapPoint } from '../regions/map-point.contract.js';
import { metresBetween } from '../regions/map-point.js';
import { foldText, phraseWords, stretchesOf, withDigits, wordsWritten } from '../search/search.words.js';

/** What of a topic says whether another is about the same. */
export interface ComparableTopic {
  title: string;
  description: string;
  category: string | null;
  community: string | null;
  location: MapPoint | null;
}

/** Why two topics look alike. */
export interface TopicLikeness {
  /** 0 to 1. */
  likeness: number;
  /** What both speak of, longest first, see sharedIn. */
  shared: string[];
  sameCommunity: boolean;
  sameCategory: boolean;
  /** Metres between their places, where both are marked on the map and it says something. */
  metres: number | null;
}

/** Topics less alike are not offered. */
export const SIMILAR_MIN = 0.3;
export const SIMILAR_MAX_ROWS = 5;

/** Further apart than this, places say nothing, metres. */
const NEAR = 1000;
const SHARED_SHOWN = 3;
/** Titles decide; all else only adds to what they have in common. */
const WEIGHT = { text: 0.2, community: 0.1, category: 0.05, near: 0.15 };

/**
 * How much other topics read like one that somebody writes: the share of the words of its title that the other has, and
 * what else they have in common.
 */
export function likenessTo(written: ComparableTopic): (other: ComparableTopic) => Omit<TopicLikeness, 'shared'> {
  const wanted = phraseWords(written.title);
  const words = phraseWords(written.description);
  return (other) => {
    const title = wordsWritten(other.title);
    const share = shareOf(wanted, title);
    const inText = words.size === 0 ? 0 : shareOf(words, new Set([...title, ...wordsWritten(other.description)]));
    const sameCommunity = written.community !== null && written.community === other.community;
    const sameCategory = written.category !== null && written.category === other.category;
    const apart =
      written.location === null || other.location === null ? null : metresBetween(written.location, other.location);
    const metres = apart !== null && apart <= NEAR ? apart : null;
    const more =
      inText * WEIGHT.text +
      (sameCommunity ? WEIGHT.community : 0) +
      (sameCategory ? WEIGHT.category : 0) +
      (metres === null ? 0 : WEIGHT.near * (1 - metres / NEAR));
    return {
      likeness: share === 0 ? 0 : Math.min(1, share + more),
      sameCommunity,
      sameCategory,
      metres,
    };
  };
}

/** How many of some words are found, 0 to 1. */
function shareOf(words: ReadonlySet<string>, found: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => found.has(word)).length / words.size;
}

/** 都提到：楼道、照明；同一社区；同一类别；相距约 200 米 */
export function likenessText({ shared, sameCommunity, sameCategory, metres }: Omit<TopicLikeness, 'likeness'>): string {
  const reasons = [
    shared.length > 0 && `都提到：${shared.join('、')}`,
    sameCommunity && '同一社区',
    sameCategory && '同一类别',
    metres !== null && `相距约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`,
  ];
  return reasons.filter(Boolean).join('；');
}

/** The stretches of another title whose words a written one has too, longest first. */
export function sharedIn(title: string, written: string): string[] {
  const wanted = phraseWords(written);
  const found = new Set<string>();
  for (const units of stretchesOf(withDigits(foldText(title)))) {
    let run = '';
    units.forEach((unit, i) => {
      const isPair = i > 0 && wanted.has(`${units[i - 1]}${unit}`);
      if (isPair) run = run === '' ? `${units[i - 1]}${unit}` : run + unit;
      else if (run !== '') {
        found.add(run);
        run = '';
      }
    });
    if (run !== '') found.add(run);
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, SHARED_SHOWN);
}
