import type { OwnSettings, Page, RegionSettingsView, RegionTree, SettingsChangeView } from '@consult/shared';
import { request } from '@/services/api';

/** GET /regions: the cities with all that lies in them. */
export const getRegionTree = (): Promise<RegionTree[]> => request('GET', '/regions');

/** GET /regions/:code/settings */
export const getRegionSettings = (code: string): Promise<RegionSettingsView> =>
  request('GET', `/regions/${code}/settings`);

/** PUT /regions/:code/settings: replaces what the region sets itself; what is left out falls back. */
export const setRegionSettings = (
  code: string,
  body: OwnSettings,
  idempotencyKey: string,
): Promise<RegionSettingsView> => request('PUT', `/regions/${code}/settings`, { body, idempotencyKey });

/** GET /regions/:code/settings/changes: newest first. */
export const listSettingsChanges = (code: string, after: string | null): Promise<Page<SettingsChangeView>> =>
  request('GET', `/regions/${code}/settings/changes`, { query: { after } });
