import { type Division, divisions } from './division.js';
import type { Points } from './k-means.js';
import { mostTypical } from './most-typical.js';
import { randomFrom, shuffle } from './random.js';

export const MOST_GROUPS = 5;
/** Fewer people than this are no crowd to be divided. */
export const LEAST_PEOPLE_FOR_GROUPS = 4;
/** How many divisions are made for each number of groups. */
const BEGINNINGS = 128;
/** Of how many orders of the people; of a large crowd fewer, where the order matters less and costs more. */
const LEAST_ORDERS = 16;
const PEOPLE_TIMES_ORDERS = 60_000;
/** k-means may get stuck: what is this much less tight than the tightest division found is no candidate. */
const LOOSENESS = 1.1;
/** By how much the silhouette must be better for one group more: where two numbers do alike, the smaller is told. */
const BETTER = 0.02;

export interface Groups {
  /** 0 where there are too few people, 1 where all stand together. */
  k: number;
  /** Of each point, numbered from the largest group. */
  group: Int16Array;
  sizes: number[];
}

/**
 * Divides people by where they stand into two to five groups, as many as separate them best.
 *
 * k-means finds what it finds from where it begins. So it begins many times, with the people in another order each
 * time, and what got stuck is put aside: the number of groups is the one with the best silhouette on average, and the
 * division is the one that is most like all the others of that number. One odd beginning, or one odd person, so
 * decides nothing.
 * @param points of those who take part
 */
export function groupsOf(points: Points): Groups {
  const people = points.length / 2;
  if (people < LEAST_PEOPLE_FOR_GROUPS) return { k: 0, group: new Int16Array(people).fill(-1), sizes: [] };
  const chosen = mostTypical(bestNumber(divideOften(points, leastSize(people))));
  if (chosen === null) return { k: 1, group: new Int16Array(people), sizes: [people] };
  return numberedFromLargest(points, chosen);
}

/**
 * How many people make a group: 1 in 100, at least three (two in the smallest crowds). Somebody who answers at random
 * stands far away from all and would otherwise be a group alone.
 */
export function leastSize(people: number): number {
  return Math.max(Math.min(3, Math.floor(people / 4)), 2, Math.ceil(people / 100));
}

function divideOften(points: Points, least: number): Division[] {
  const people = points.length / 2;
  const orders = Math.min(BEGINNINGS, Math.max(LEAST_ORDERS, Math.round(PEOPLE_TIMES_ORDERS / people)));
  const settings = { mostGroups: MOST_GROUPS, leastSize: least, beginnings: Math.ceil(BEGINNINGS / orders) };
  const random = randomFrom(1);
  const order = leftToRight(points);
  return Array.from({ length: orders }, () => divisions(points, shuffle(order, random), settings, random)).flat();
}

/** Where people stand decides the order, not when they came. */
function leftToRight(points: Points): Int32Array {
  return Int32Array.from({ length: points.length / 2 }, (_, i) => i).sort(
    (a, b) =>
      (points[a * 2] as number) - (points[b * 2] as number) ||
      (points[a * 2 + 1] as number) - (points[b * 2 + 1] as number),
  );
}

/** Those of the number of groups that has the highest silhouette on average, a larger number only if clearly better. */
function bestNumber(all: Division[]): Division[] {
  let best: Division[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 2; k <= MOST_GROUPS; k++) {
    const same = tight(all.filter((one) => one.k === k));
    const mean = same.reduce((sum, one) => sum + one.silhouette, 0) / Math.max(same.length, 1);
    if (same.length > 0 && mean > highest + BETTER) {
      highest = mean;
      best = same;
    }
  }
  return best;
}

function tight(same: Division[]): Division[] {
  const least = same.reduce((spread, one) => Math.min(spread, one.spread), Number.POSITIVE_INFINITY);
  return same.filter((one) => one.spread <= LOOSENESS * least);
}

/** The most people first; of equals the one further left, then further down. */
function numberedFromLargest(points: Points, { k, group }: Division): Groups {
  const sums = Array.from({ length: k }, (_, number) => ({ number, size: 0, x: 0, y: 0 }));
  group.forEach((g, i) => {
    const sum = sums[g] as (typeof sums)[number];
    sum.size += 1;
    sum.x += points[i * 2] as number;
    sum.y += points[i * 2 + 1] as number;
  });
  sums.sort((a, b) => b.size - a.size || a.x - b.x || a.y - b.y);
  const renumbered = new Int16Array(k);
  sums.forEach(({ number }, rank) => {
    renumbered[number] = rank;
  });
  return { k, group: Int16Array.from(group, (g) => renumbered[g] as number), sizes: sums.map(({ size }) => size) };
}
