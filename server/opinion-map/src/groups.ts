import { baseClusters } from './base-clusters.js';
import { type Clustering, kMeans, type Points } from './k-means.js';
import { randomFrom } from './random.js';
import { meanSilhouette } from './silhouette.js';

export const MOST_GROUPS = 5;
/** One group more is thought of for each dozen of base clusters. */
const BASE_CLUSTERS_PER_GROUP = 12;
/** Beginnings tried for each number of groups; the tightest outcome counts. */
const BEGINNINGS = 64;
const MOST_ROUNDS = 100;
/** Fewer people than this are no crowd to be divided. */
export const LEAST_PEOPLE_FOR_GROUPS = 4;

export interface Groups {
  /** 0 where there are too few people, 1 where all stand together. */
  k: number;
  /** Of each point, numbered from the largest group. */
  group: Int16Array;
  sizes: number[];
}

/**
 * Divides people by where they stand into two to five groups, as many as separate them best.
 * @param points of those who take part
 */
export function groupsOf(points: Points): Groups {
  const people = points.length / 2;
  if (people < LEAST_PEOPLE_FOR_GROUPS) return { k: 0, group: new Int16Array(people).fill(-1), sizes: [] };
  const base = baseClusters(points);
  const best = divide(base, leastSize(people));
  if (best === null) return { k: 1, group: new Int16Array(people), sizes: [people] };
  const number = numberFromLargest(best);
  const group = Int16Array.from(base.cluster, (b) => number[best.cluster[b] as number] as number);
  const sizes = new Array<number>(number.length).fill(0);
  for (const g of group) sizes[g] = (sizes[g] as number) + 1;
  return { k: number.length, group, sizes };
}

/**
 * How many people make a group: 1 in 100, at least three (two in the smallest crowds). Somebody who answers at random
 * stands far away from all and would otherwise be a group alone.
 */
export function leastSize(people: number): number {
  return Math.max(Math.min(3, Math.floor(people / 4)), Math.ceil(people / 100));
}

/** The division of the base clusters with the highest silhouette; of equals the one with fewer groups. */
function divide(base: Clustering, least: number): Clustering | null {
  const { centres, weights } = base;
  const count = weights.length;
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(count / BASE_CLUSTERS_PER_GROUP), count);
  const distance = (i: number, j: number): number =>
    Math.hypot(
      (centres[i * 2] as number) - (centres[j * 2] as number),
      (centres[i * 2 + 1] as number) - (centres[j * 2 + 1] as number),
    );
  let best: Clustering | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 2; k <= most; k++) {
    const candidate = tightest(centres, weights, k, least);
    if (candidate === null) continue;
    const quality = meanSilhouette(distance, candidate.cluster, k);
    if (quality > highest) {
      highest = quality;
      best = candidate;
    }
  }
  return best;
}

/** The tightest division into k groups of at least that many people; null when no beginning led to one. */
export function tightest(points: Points, weights: Float64Array, k: number, least: number): Clustering | null {
  const random = randomFrom(k);
  let best: Clustering | null = null;
  for (let time = 0; time < BEGINNINGS; time++) {
    const found = kMeans(points, weights, spreadOut(points, weights, k, random), MOST_ROUNDS);
    if (found.weights.length < k || found.weights.some((weight) => weight < least)) continue;
    if (best === null || found.spread < best.spread) best = found;
  }
  return best;
}

/** k-means++: each centre is drawn with a chance that grows with the squared distance to those before. */
function spreadOut(points: Points, weights: Float64Array, k: number, random: () => number): Points {
  const centres = new Float64Array(k * 2);
  const chance = weights.slice();
  const away = new Float64Array(weights.length).fill(Number.POSITIVE_INFINITY);
  for (let c = 0; c < k; c++) {
    const drawn = draw(chance, random());
    const x = points[drawn * 2] as number;
    const y = points[drawn * 2 + 1] as number;
    centres[c * 2] = x;
    centres[c * 2 + 1] = y;
    for (let i = 0; i < away.length; i++) {
      const dx = (points[i * 2] as number) - x;
      const dy = (points[i * 2 + 1] as number) - y;
      away[i] = Math.min(away[i] as number, dx * dx + dy * dy);
      chance[i] = (weights[i] as number) * (away[i] as number);
    }
  }
  return centres;
}

function draw(chance: Float64Array, part: number): number {
  let rest = part * chance.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < chance.length; i++) {
    rest -= chance[i] as number;
    if (rest < 0) return i;
  }
  return chance.length - 1;
}

/** The new number of each cluster: the most people first; of equals the one further left, then further down. */
function numberFromLargest({ centres, weights }: Clustering): number[] {
  const order = Array.from(weights, (_, c) => c).sort(
    (a, b) =>
      (weights[b] as number) - (weights[a] as number) ||
      (centres[a * 2] as number) - (centres[b * 2] as number) ||
      (centres[a * 2 + 1] as number) - (centres[b * 2 + 1] as number),
  );
  const number: number[] = [];
  order.forEach((cluster, rank) => {
    number[cluster] = rank;
  });
  return number;
}
