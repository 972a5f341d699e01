import type { OpinionCounts } from './opinion.rules.js';

/** Rules that decide what of an opinion map is shown, so that it says nothing of anybody in particular. */

/** Groups of fewer people are neither drawn nor counted by themselves. */
export const GROUP_MIN = 5;
/** Fewer answers to a statement than this say nothing about it. */
export const ANSWERS_MIN = 5;
/** The most statements of each part: more is not read. */
export const SHOWN_MAX = { holds: 5, unites: 9, divides: 5, unsettled: 5 } as const;

const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;

/** What a group is called: groups are numbered from the largest, from 0. */
export function groupName(group: number): string {
  return NAMES[group] ?? `第${group + 1}`;
}

/** The groups that are shown, and how many are not. @param sizes of each group */
export function shownGroups(sizes: readonly number[]): { shown: number[]; small: number } {
  const shown = sizes.flatMap((size, group) => (size >= GROUP_MIN ? [group] : []));
  return { shown, small: sizes.filter((size) => size > 0).length - shown.length };
}

/** Why there is no map yet. */
export interface MissingForMap {
  /** few_people and few_votes: below the minimum; counting: enough, and not worked out yet. */
  reason: 'few_people' | 'few_votes' | 'counting';
  /** How many more people are needed. */
  people: number;
  /** How many more answers are needed in all, with the people there are. */
  votes: number;
}

/** What is still missing for a map, or null. @param minimum of people, and of answers a person on average */
export function mapMissing(
  { people, votes }: { people: number; votes: number },
  minimum: { people: number; votes: number },
): MissingForMap | null {
  const morePeople = Math.max(0, minimum.people - people);
  const moreVotes = Math.max(0, Math.ceil(minimum.votes * Math.max(people, 1)) - votes);
  if (morePeople > 0) return { reason: 'few_people', people: morePeople, votes: moreVotes };
  return moreVotes > 0 ? { reason: 'few_votes', people: 0, votes: moreVotes } : null;
}

const NONE: OpinionCounts = { agree: 0, disagree: 0, pass: 0 };

/** How many answered. */
export function answersOf({ agree, disagree, pass }: OpinionCounts): number {
  return agree + disagree + pass;
}

/** Counts added up. */
export function sumCounts(all: readonly OpinionCounts[]): OpinionCounts {
  return all.reduce(
    (sum, one) => ({
      agree: sum.agree + one.agree,
      disagree: sum.disagree + one.disagree,
      pass: sum.pass + one.pass,
    }),
    NONE,
  );
}

/**
 * The counts of everybody that may be shown beside those of the groups: where only one to four people stand outside
 * the groups that are shown, theirs would be what is left, so that they are not counted.
 * @param outside how many people are in none of the groups that are shown
 */
export function countsOfAll(all: OpinionCounts, groups: readonly OpinionCounts[], outside: number): OpinionCounts {
  return groups.length > 0 && outside > 0 && outside < GROUP_MIN ? sumCounts(groups) : all;
}

/** A statement with what is known of it, before it is decided where it is shown. */
export interface WeighedStatement {
  /** Any name of it. */
  readonly key: number;
  readonly all: OpinionCounts;
  /** By group that is shown. */
  readonly groups: readonly OpinionCounts[];
  /** Group-informed consensus: the product over all groups of the share that agrees, or disagrees. */
  readonly consensus: number;
  readonly dissent: number;
  /** How many groups that product is over. */
  readonly groupCount: number;
}

/** The share that takes a side, as the mathematics smooths it: nobody's answer is one half. */
export function shareOf(counts: OpinionCounts, side: 'agree' | 'disagree'): number {
  return (counts[side] + 1) / (answersOf(counts) + 2);
}

/** 同心圆: 1 is what nearly all hold, in every group. */
export type Ring = 1 | 2 | 3;
export const RING_LABELS: Readonly<Record<Ring, string>> = { 1: '核心共识', 2: '广泛共识', 3: '初步共识' };
/** The share that a ring asks of an average group, and of the group that holds it least. */
const RINGS: readonly { ring: Ring; average: number; least: number }[] = [
  { ring: 1, average: 0.8, least: 0.7 },
  { ring: 2, average: 0.7, least: 0.6 },
  { ring: 3, average: 0.6, least: 0.5 },
];

export interface Uniting {
  readonly key: number;
  readonly side: 'agree' | 'disagree';
  readonly ring: Ring;
  /** 0 to 1: the share of an average group, by which it is sorted. */
  readonly consensus: number;
}

/** Which ring a statement is in on one side, or null where it unites nobody. */
export function ringOf(statement: WeighedStatement, side: 'agree' | 'disagree'): Uniting | null {
  if (answersOf(statement.all) < ANSWERS_MIN) return null;
  const product = side === 'agree' ? statement.consensus : statement.dissent;
  const average = statement.groupCount > 0 ? product ** (1 / statement.groupCount) : shareOf(statement.all, side);
  const least = Math.min(average, ...statement.groups.map((group) => shareOf(group, side)));
  const found = RINGS.find((ring) => average >= ring.average && least >= ring.least);
  return found === undefined ? null : { key: statement.key, side, ring: found.ring, consensus: average };
}

/** What unites all groups, innermost and most held first. */
export function uniting(statements: readonly WeighedStatement[]): Uniting[] {
  return statements
    .flatMap((statement) => ringOf(statement, 'agree') ?? ringOf(statement, 'disagree') ?? [])
    .sort((a, b) => a.ring - b.ring || b.consensus - a.consensus || a.key - b.key)
    .slice(0, SHOWN_MAX.unites);
}

/** How far apart two groups have to be for a statement to divide them. */
export const SPREAD_MIN = 0.3;

/** The largest difference between two groups of the share that agrees; groups with too few answers do not count. */
export function spreadOf(groups: readonly OpinionCounts[]): number {
  const shares = groups.filter((group) => answersOf(group) >= ANSWERS_MIN).map((group) => shareOf(group, 'agree'));
  return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares);
}

export interface Chosen {
  readonly key: number;
  readonly side: 'agree' | 'disagree';
}

const sideOf = ({ agree, disagree }: OpinionCounts): 'agree' | 'disagree' => (agree >= disagree ? 'agree' : 'disagree');

/** What tells the groups apart, most of all first. @param but shown elsewhere already */
export function dividing(statements: readonly WeighedStatement[], but: ReadonlySet<number>): Chosen[] {
  return statements
    .filter(({ key, groups }) => !but.has(key) && spreadOf(groups) >= SPREAD_MIN)
    .sort((a, b) => spreadOf(b.groups) - spreadOf(a.groups) || a.key - b.key)
    .slice(0, SHOWN_MAX.divides)
    .map(({ key, all }) => ({ key, side: sideOf(all) }));
}

/** Undecided: this share of all who answered cannot say, or the sides are this close to half. */
export const PASS_SHARE = 0.3;
export const EVEN_WITHIN = 0.1;

/** 0 to 1: how little a statement is settled; null where it is. */
export function unsettledness(all: OpinionCounts): number | null {
  const answers = answersOf(all);
  if (answers < ANSWERS_MIN) return null;
  const sides = all.agree + all.disagree;
  const passes = all.pass / answers;
  const off = sides === 0 ? 0 : Math.abs(all.agree / sides - 0.5);
  if (passes < PASS_SHARE && off > EVEN_WITHIN) return null;
  return Math.max(passes, 1 - 2 * off);
}

/** What nobody can say yet, or where opinions are even, most of all first. @param but shown elsewhere already */
export function unsettledOf(statements: readonly WeighedStatement[], but: ReadonlySet<number>): Chosen[] {
  return statements
    .flatMap(({ key, all }) => {
      const score = but.has(key) ? null : unsettledness(all);
      return score === null ? [] : [{ key, side: sideOf(all), score }];
    })
    .sort((a, b) => b.score - a.score || a.key - b.key)
    .slice(0, SHOWN_MAX.unsettled)
    .map(({ key, side }) => ({ key, side }));
}

/**
 * A picture from -1 to 1 each way: what the places are divided by.
 * @param reach the places that have to fit in
 */
export function scaleOf(reach: readonly { x: number; y: number }[]): number {
  const most = Math.max(0, ...reach.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  return most === 0 ? 1 : most;
}
