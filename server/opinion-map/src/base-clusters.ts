import { type Clustering, kMeans, type Points } from './k-means.js';

/** People who stand close together are taken together first, so that the groups cost the same for any crowd. */
export const MOST_BASE_CLUSTERS = 100;
const MOST_ROUNDS = 100;

/**
 * At most a hundred small clusters, which begin at the first hundred different places.
 * @param points of those who take part
 * @param order in which to go through them
 */
export function baseClusters(points: Points, order: Int32Array): Clustering {
  const begin: number[] = [];
  const known = new Set<string>();
  for (const i of order) {
    const x = points[i * 2] as number;
    const y = points[i * 2 + 1] as number;
    if (known.size === MOST_BASE_CLUSTERS) break;
    if (known.has(`${x} ${y}`)) continue;
    known.add(`${x} ${y}`);
    begin.push(x, y);
  }
  return kMeans(points, new Float64Array(points.length / 2).fill(1), Float64Array.from(begin), MOST_ROUNDS);
}
