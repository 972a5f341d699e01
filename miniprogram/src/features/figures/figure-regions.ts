import { type Grant, holds, type RegionTree, rolesIn } from '@consult/shared';
import { findRegion } from '@/features/regions/region-tree';

/** The regions whose figures somebody reads for their office: their own, and of a county or city those just below. */
export function figureRegions(grants: readonly Grant[], tree: readonly RegionTree[]): string[] {
  const own = grants.filter(({ region }) => holds('figures.read', rolesIn(grants, region))).map(({ region }) => region);
  const below = own.flatMap((code) => {
    const region = findRegion(tree, code);
    return region && region.level !== 'township' ? region.children.map((child) => child.code) : [];
  });
  return [...new Set([...own, ...below])];
}
