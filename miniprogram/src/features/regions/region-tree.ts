import type { Region, RegionLevel, RegionTree } from '@consult/shared';
import { getRegionTree } from './region.api';

let reading: Promise<RegionTree[]> | null = null;

/**
 * The tree of regions, read once for as long as the app runs: it changes a few times a year.
 * @throws ApiError
 */
export function regionTree(): Promise<RegionTree[]> {
  reading ??= getRegionTree().catch((failure: unknown) => {
    reading = null;
    throw failure;
  });
  return reading;
}

/** All regions of one level, in the order of their codes. */
export function regionsAt(tree: readonly RegionTree[], level: RegionLevel): RegionTree[] {
  return tree.flatMap((region) => (region.level === level ? [region] : regionsAt(region.children, level)));
}

/** A region by its code. */
export function findRegion(tree: readonly RegionTree[], code: string): RegionTree | undefined {
  for (const region of tree) {
    if (region.code === code) return region;
    const below = code.startsWith(region.code) ? findRegion(region.children, code) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** 墨阳县 青石镇: a region's name after its county's, so that equal names are told apart. */
export function fullRegionName(tree: readonly RegionTree[], code: string): string {
  const names: string[] = [];
  let region: Region | undefined = findRegion(tree, code);
  while (region && (region.level !== 'city' || names.length === 0)) {
    names.unshift(region.name);
    region = region.parent === null ? undefined : findRegion(tree, region.parent);
  }
  return names.join(' ');
}
