import { type Grant, ROLES, type Role } from '../auth/roles.js';
import { regionAt, regionCovers } from '../regions/region.js';

/** Who can be named to see to a promise: whoever has a part in the county's consultation besides living there. */
export const SUPERVISOR_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'resident' && role !== 'admin');

/** Whether somebody can see to promises of a county; who no longer can is no supervisor any more, though still named. */
export function maySupervise(grants: readonly Grant[], county: string): boolean {
  return grants.some(
    ({ role, region }) =>
      SUPERVISOR_ROLES.includes(role) && (regionCovers(county, region) || regionCovers(region, county)),
  );
}

/** The counties and cities in which they can. */
export function supervisedRegions(grants: readonly Grant[]): string[] {
  const regions = grants
    .filter(({ role }) => SUPERVISOR_ROLES.includes(role))
    .map(({ region }) => regionAt(region, 'county') ?? region);
  return [...new Set(regions)];
}
