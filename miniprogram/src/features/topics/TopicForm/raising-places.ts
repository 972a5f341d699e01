import { type Grant, holds, type Permission, type RegionTree, rolesIn } from '@consult/shared';
import { regionsAt } from '@/features/regions/region-tree';

/** The townships, by code, where somebody may raise topics or record them for others. */
export function townshipsFor(
  permission: Extract<Permission, 'topic.raise' | 'topic.record'>,
  grants: readonly Grant[],
  tree: readonly RegionTree[],
): string[] {
  return regionsAt(tree, 'township')
    .map(({ code }) => code)
    .filter((code) => holds(permission, rolesIn(grants, code)));
}
