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
 * @returns `by`: the column that is set equal to one value; null of a city
 */
export function regionFilter(
  alias: string,
  region: string,
): { sql: string; param: string; by: 'county' | 'township' | null } {
  const level = regionLevel(region) ?? 'township';
  const within = level === 'community' ? 'township' : level;
  const code = regionAt(region, within) ?? region;
  const sql = CONDITIONS[within].replace('{}', alias);
  return within === 'city' ? { sql, param: `${code}%`, by: null } : { sql, param: code, by: within };
}
