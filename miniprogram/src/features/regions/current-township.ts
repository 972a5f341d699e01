import { type Me, type RegionTree, regionCovers } from '@consult/shared';
import { type Async, useAsync } from '@/hooks/useAsync';
import { currentSession } from '@/services/session';
import { chooseTownship, currentTownship, type Township, useTownship } from '@/services/township';
import { regionsAt, regionTree } from './region-tree';

/** The township that somebody's first page shows: their own, else one where they have a role, else the first. */
function homeOf(me: Me | null, tree: readonly RegionTree[]): Township | null {
  const townships = regionsAt(tree, 'township');
  const home = townships.find(({ code }) => code === me?.homeTownship);
  const served = townships.find(({ code }) => me?.grants.some(({ region }) => regionCovers(region, code)));
  const { code, name } = home ?? served ?? townships[0] ?? {};
  return code && name ? { code, name } : null;
}

async function findTownship(): Promise<Township | null> {
  const chosen = currentTownship();
  if (chosen) return chosen;
  const home = homeOf(currentSession().me, await regionTree());
  if (home) chooseTownship(home);
  return home;
}

/** The township whose pages are shown; finds one when none has been chosen yet. */
export function useCurrentTownship(): Pick<Async<Township>, 'data' | 'error' | 'loading' | 'reload'> {
  const chosen = useTownship();
  const { data, error, loading, reload } = useAsync(findTownship, [chosen?.code]);
  return { data: chosen ?? data, error, loading, reload };
}

/**
 * The township that an address asks for; where it asks for a county, the township shown otherwise if that lies in it, else
 * the first one there.
 * @param asked code of a region as it came with an address; where there is none, the township shown otherwise
 */
export function useTownshipOf(asked: string): Async<Township | null> {
  const chosen = useTownship();
  return useAsync(async () => {
    const current = await findTownship();
    if (current && (asked === '' || regionCovers(asked, current.code))) return current;
    const found = regionsAt(await regionTree(), 'township').find(({ code }) => regionCovers(asked, code));
    return found ? { code: found.code, name: found.name } : current;
  }, [asked, chosen?.code]);
}

/** Shows somebody who has just signed in their own township. @throws ApiError */
export async function goHome(me: Me): Promise<void> {
  const home = homeOf(me, await regionTree());
  if (home) chooseTownship(home);
}
