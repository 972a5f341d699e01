import type { NewJob } from '../jobs/jobs.service.js';
import type { RegionEntity } from '../regions/region.entity.js';

/** Counts the figures of one region anew, or of all where the job names none. */
export const RECONCILE_JOB = 'figures.reconcile';

export interface CountedCounty {
  readonly county: string;
  readonly townships: readonly string[];
}

/** The counties whose figures are kept, each with its townships. */
export function countedCounties(regions: readonly RegionEntity[]): CountedCounty[] {
  return regions
    .filter(({ level }) => level === 'county')
    .map(({ code: county }) => ({
      county,
      townships: regions
        .filter(({ level, parent }) => level === 'township' && parent === county)
        .map(({ code }) => code),
    }));
}

/** One job for each township and then one for the county, which sums up what they say; one lane, so one at a time. */
export function reconcileJobs({ county, townships }: CountedCounty): NewJob[] {
  return [...townships, county].map((region) => ({
    kind: RECONCILE_JOB,
    payload: { region },
    lane: `${RECONCILE_JOB}:${county}`,
  }));
}
