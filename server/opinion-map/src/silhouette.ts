/**
 * How well each item sits in its cluster: (b - a) / max(a, b), a being its mean distance to the others of its own
 * cluster and b the least mean distance to another. Who is alone in a cluster has 0.
 * @param distance between items i and j
 * @param cluster of each item, 0 … k - 1
 * @returns one value per item, -1 … 1
 */
export function silhouettes(distance: (i: number, j: number) => number, cluster: Int32Array, k: number): Float64Array {
  const size = new Int32Array(k);
  for (const c of cluster) size[c] = (size[c] as number) + 1;
  return Float64Array.from(cluster, (own, i) => {
    const sums = new Float64Array(k);
    if (size[own] === 1) return 0;
    for (let j = 0; j < cluster.length; j++) {
      const c = cluster[j] as number;
      if (j !== i) sums[c] = (sums[c] as number) + distance(i, j);
    }
    const a = (sums[own] as number) / ((size[own] as number) - 1);
    let b = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      if (c !== own && (size[c] as number) > 0) b = Math.min(b, (sums[c] as number) / (size[c] as number));
    }
    const most = Math.max(a, b);
    return most > 0 && b < Number.POSITIVE_INFINITY ? (b - a) / most : 0;
  });
}

/** The mean over all items; 0 when there are none. */
export function meanSilhouette(distance: (i: number, j: number) => number, cluster: Int32Array, k: number): number {
  if (cluster.length === 0) return 0;
  return silhouettes(distance, cluster, k).reduce((sum, value) => sum + value, 0) / cluster.length;
}
