import type { RegionTree } from '@consult/shared';
import { type Async, useAsync } from '@/hooks/useAsync';
import { regionTree } from './region-tree';

/** The tree of regions for a component. */
export function useRegionTree(): Async<RegionTree[]> {
  return useAsync(regionTree, []);
}
