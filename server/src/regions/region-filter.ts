import { type RegionLevel, regionAt, regionLevel } from '@consult/shared';

const CONDITIONS: Readonly<Record<Exclude<RegionLevel, 'community'>, string>> = {
  city: '{}.county LIKE ?',
  county: '{}.county = ?',
  township: '{}.township = ?',
};

/**
 * The condition that keeps a list to a region, for tables that have a county and a township; of a community it
 * is the township's.
 * @param alias of the table in the statement
 */
export function regionFilter(alias: string, region: string): { sql: string; param: string } {
  const level = regionLevel(region) ?? 'township';
  const within = level === 'community' ? 'township' : level;
  const code = regionAt(region, within) ?? region;
  return { sql: CONDITIONS[within].replace('{}', alias), param: within === 'city' ? `${code}%` : code };
}
