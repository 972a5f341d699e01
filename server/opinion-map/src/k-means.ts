/** Points of the plane, x and y in turn. */
export type Points = Float64Array;

export interface Clustering {
  /** Each point's cluster. */
  cluster: Int32Array;
  centres: Points;
  /** Sum of the weights in each cluster. */
  weights: Float64Array;
  /** Sum of weight × squared distance to the own centre: the less, the better. */
  spread: number;
}

/**
 * Lloyd's k-means with weights. Clusters that run empty are dropped, so there may be fewer than centres were given.
 * Of equally near centres the first wins.
 * @param begin the centres to begin with
 * @param most iterations; it ends earlier when nobody changes
 */
export function kMeans(points: Points, weights: Float64Array, begin: Points, most: number): Clustering {
  const count = points.length / 2;
  const cluster = new Int32Array(count).fill(-1);
  let centres: Points = begin.slice();
  for (let round = 0; round < most; round++) {
    const changed = assign(points, centres, cluster);
    centres = means(points, weights, cluster, centres.length / 2);
    if (!changed) break;
  }
  return summarise(points, weights, cluster, centres);
}

/**
 * Gives each point its nearest centre. With the centres in order from left to right only those need be looked at that
 * are not further away sideways than the nearest so far.
 */
function assign(points: Points, centres: Points, cluster: Int32Array): boolean {
  const order = Int32Array.from({ length: centres.length / 2 }, (_, c) => c).sort(
    (a, b) => (centres[a * 2] as number) - (centres[b * 2] as number),
  );
  const xs = Float64Array.from(order, (c) => centres[c * 2] as number);
  const ys = Float64Array.from(order, (c) => centres[c * 2 + 1] as number);
  let changed = false;
  for (let i = 0; i < cluster.length; i++) {
    const x = points[i * 2] as number;
    const y = points[i * 2 + 1] as number;
    const middle = firstNotBelow(xs, x);
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 1; step >= -1; step -= 2) {
      for (let at = step === 1 ? middle : middle - 1; at >= 0 && at < xs.length; at += step) {
        const dx = x - (xs[at] as number);
        if (dx * dx > least) break;
        const dy = y - (ys[at] as number);
        const distance = dx * dx + dy * dy;
        const c = order[at] as number;
        if (distance < least || (distance === least && c < nearest)) {
          least = distance;
          nearest = c;
        }
      }
    }
    if (cluster[i] !== nearest) {
      cluster[i] = nearest;
      changed = true;
    }
  }
  return changed;
}

/** Where in an ascending list the values begin that are not below x. */
function firstNotBelow(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The weighted means of the clusters that have somebody; the clusters are renumbered to match. */
function means(points: Points, weights: Float64Array, cluster: Int32Array, k: number): Points {
  const sums = new Float64Array(k * 3);
  for (let i = 0; i < cluster.length; i++) {
    const at = (cluster[i] as number) * 3;
    const weight = weights[i] as number;
    sums[at] = (sums[at] as number) + weight;
    sums[at + 1] = (sums[at + 1] as number) + weight * (points[i * 2] as number);
    sums[at + 2] = (sums[at + 2] as number) + weight * (points[i * 2 + 1] as number);
  }
  const renumbered = new Int32Array(k);
  const centres: number[] = [];
  for (let c = 0; c < k; c++) {
    const weight = sums[c * 3] as number;
    renumbered[c] = centres.length / 2;
    if (weight > 0) centres.push((sums[c * 3 + 1] as number) / weight, (sums[c * 3 + 2] as number) / weight);
  }
  for (let i = 0; i < cluster.length; i++) cluster[i] = renumbered[cluster[i] as number] as number;
  return Float64Array.from(centres);
}

function summarise(points: Points, weights: Float64Array, cluster: Int32Array, centres: Points): Clustering {
  const total = new Float64Array(centres.length / 2);
  let spread = 0;
  for (let i = 0; i < cluster.length; i++) {
    const c = cluster[i] as number;
    const weight = weights[i] as number;
    total[c] = (total[c] as number) + weight;
    const dx = (points[i * 2] as number) - (centres[c * 2] as number);
    const dy = (points[i * 2 + 1] as number) - (centres[c * 2 + 1] as number);
    spread += weight * (dx * dx + dy * dy);
  }
  return { cluster, centres, weights: total, spread };
}
