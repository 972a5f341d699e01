import { type Clustering, kMeans, type Points } from './k-means.js';

/** People who stand close together are taken together first, so that the groups cost the same for any crowd. */
export const MOST_BASE_CLUSTERS = 100;
const MOST_ROUNDS = 100;

/**
 * At most a hundred small clusters. They begin at people spread evenly over the order from left to right, so that
 * where many people stand there are many clusters, and no order of arrival decides.
 * @param points of those who take part
 */
export function baseClusters(points: Points): Clustering {
  const places = distinct(points);
  const count = Math.min(MOST_BASE_CLUSTERS, places.length);
  const begin = new Float64Array(count * 2);
  for (let c = 0; c < count; c++) {
    begin.set(places[Math.floor(((c + 0.5) * places.length) / count)] as [number, number], c * 2);
  }
  return kMeans(points, new Float64Array(points.length / 2).fill(1), begin, MOST_ROUNDS);
}

/** The different points, from left to right and, one above the other, from below. */
function distinct(points: Points): [number, number][] {
  const all = Array.from({ length: points.length / 2 }, (_, i): [number, number] => [
    points[i * 2] as number,
    points[i * 2 + 1] as number,
  ]);
  all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return all.filter((place, i) => {
    const before = all[i - 1];
    return before === undefined || before[0] !== place[0] || before[1] !== place[1];
  });
}
