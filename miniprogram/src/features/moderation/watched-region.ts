import { type Grant, holds, regionAt } from '@consult/shared';

/** The region whose content somebody watches over: of several the widest; null for those who watch over none. */
export function watchedRegion(grants: readonly Grant[]): string | null {
  const watched = grants.filter(({ role }) => holds('moderation.work', new Set([role]))).map(({ region }) => region);
  return watched.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** The county whose list of blocked words somebody keeps; null for those who keep none. */
export function wordsCounty(grants: readonly Grant[]): string | null {
  const grant = grants.find(({ role }) => holds('moderation.words', new Set([role])));
  return grant === undefined ? null : (regionAt(grant.region, 'county') ?? null);
}
