import { baseClusters } from './base-clusters.js';
import { type Clustering, kMeans, type Points } from './k-means.js';
import { shuffle } from './random.js';
import { meanSilhouette } from './silhouette.js';

/** One group more is thought of for each dozen of base clusters. */
const BASE_CLUSTERS_PER_GROUP = 12;
const MOST_ROUNDS = 20;

/** One way to divide people into k groups. */
export interface Division {
  k: number;
  /** Each point's group, 0 … k - 1. */
  group: Int16Array;
  /** How well the groups are apart, of the base clusters. */
  silhouette: number;
  /** Sum of everybody's squared distance to the middle of their group. */
  spread: number;
}

export interface DivisionSettings {
  mostGroups: number;
  /** How many people a group must have. */
  leastSize: number;
  /** How often each number of groups is tried. */
  beginnings: number;
}

/**
 * Divisions for each number of groups that comes into question. Base clusters begin with the people in the given order,
 * groups with the first base clusters, then with others drawn at random. What has too small a group is left out.
 */
export function divisions(
  points: Points,
  order: Int32Array,
  settings: DivisionSettings,
  random: () => number,
): Division[] {
  const { mostGroups, leastSize, beginnings } = settings;
  const base = baseClusters(points, order);
  const count = base.weights.length;
  const most = Math.min(mostGroups, 2 + Math.floor(count / BASE_CLUSTERS_PER_GROUP), count);
  const distance = distances(base);
  const found: Division[] = [];
  let bases: Int32Array = Int32Array.from({ length: count }, (_, b) => b);
  for (let time = 0; time < beginnings; time++) {
    for (let k = 2; k <= most; k++) {
      const groups = kMeans(base.centres, base.weights, centresOf(base, bases.subarray(0, k)), MOST_ROUNDS);
      if (groups.weights.length < k || groups.weights.some((people) => people < leastSize)) continue;
      const group = Int16Array.from(base.cluster, (b) => groups.cluster[b] as number);
      const silhouette = meanSilhouette((i, j) => distance[i * count + j] as number, groups.cluster, k);
      found.push({ k, group, silhouette, spread: spreadAround(points, group, groups.centres) });
    }
    bases = shuffle(bases, random);
  }
  return found;
}

const centresOf = ({ centres }: Clustering, bases: Int32Array): Points =>
  Float64Array.from({ length: bases.length * 2 }, (_, i) => centres[(bases[i >> 1] as number) * 2 + (i & 1)] as number);

function spreadAround(points: Points, group: Int16Array, centres: Points): number {
  let spread = 0;
  for (let i = 0; i < group.length; i++) {
    const g = group[i] as number;
    const dx = (points[i * 2] as number) - (centres[g * 2] as number);
    const dy = (points[i * 2 + 1] as number) - (centres[g * 2 + 1] as number);
    spread += dx * dx + dy * dy;
  }
  return spread;
}

function distances({ centres, weights }: Clustering): Float64Array {
  const count = weights.length;
  const distance = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const dx = (centres[i * 2] as number) - (centres[j * 2] as number);
      const dy = (centres[i * 2 + 1] as number) - (centres[j * 2 + 1] as number);
      const apart = Math.sqrt(dx * dx + dy * dy);
      distance[i * count + j] = apart;
      distance[j * count + i] = apart;
    }
  }
  return distance;
}
