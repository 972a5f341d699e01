import type { RegionSettingsView, RegionTree } from '@consult/shared';
import { request } from '@/services/api';

/** GET /regions: the cities with all that lies in them. */
export const getRegionTree = (): Promise<RegionTree[]> => request('GET', '/regions');

/** GET /regions/:code/settings */
export const getRegionSettings = (code: string): Promise<RegionSettingsView> =>
  request('GET', `/regions/${code}/settings`);
