/**
 * Region codes follow GB/T 2260 and GB/T 10114: 4 digits for a city (市), 6 for a county (县/区),
 * 9 for a township (乡镇/街道), 12 for a community (村/社区). A parent's code begins its children's.
 */
export const REGION_LEVELS = ['city', 'county', 'township', 'community'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

const CODE_LENGTH: Readonly<Record<RegionLevel, number>> = { city: 4, county: 6, township: 9, community: 12 };

export interface Region {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
}

/** The level of a code, or undefined when it is not a region code at all. */
export function regionLevel(code: string): RegionLevel | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  return REGION_LEVELS.find((level) => CODE_LENGTH[level] === code.length);
}

/** True when `code` is `ancestor` itself or lies below it. */
export function regionCovers(ancestor: string, code: string): boolean {
  return regionLevel(ancestor) !== undefined && regionLevel(code) !== undefined && code.startsWith(ancestor);
}

/** The region of `level` that `code` lies in; undefined when `code` is above that level or no region code. */
export function regionAt(code: string, level: RegionLevel): string | undefined {
  if (regionLevel(code) === undefined || code.length < CODE_LENGTH[level]) return undefined;
  return code.slice(0, CODE_LENGTH[level]);
}
