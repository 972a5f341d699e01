import { baseClusters } from './base-clusters.js';
import { type Clustering, kMeans, type Points } from './k-means.js';
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
}

/**
 * One division for each number of groups that comes into question, all beginning with the people in the given order.
 * Those with a group of fewer people than `least` are left out.
 */
export function division(points: Points, order: Int32Array, mostGroups: number, least: number): Division[] {
  const base = baseClusters(points, order);
  const count = base.weights.length;
  const most = Math.min(mostGroups, 2 + Math.floor(count / BASE_CLUSTERS_PER_GROUP), count);
  const distance = distances(base);
  const found: Division[] = [];
  for (let k = 2; k <= most; k++) {
    const groups = kMeans(base.centres, base.weights, base.centres.slice(0, k * 2), MOST_ROUNDS);
    if (groups.weights.length < k || groups.weights.some((people) => people < least)) continue;
    found.push({
      k,
      group: Int16Array.from(base.cluster, (b) => groups.cluster[b] as number),
      silhouette: meanSilhouette((i, j) => distance[i * count + j] as number, groups.cluster, k),
    });
  }
  return found;
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
