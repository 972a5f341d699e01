import type { Region } from './region.js';
import type { OwnSettings, RegionSettings } from './settings.js';

/** GET /regions */
export interface RegionTree extends Region {
  children: RegionTree[];
}

/** GET /regions/:code/settings */
export interface RegionSettingsView extends RegionSettings {
  region: string;
  /** What the region set itself; null when nothing, and for a region that sets nothing. */
  own: OwnSettings | null;
}

/** GET /regions/:code/settings/changes: newest first. */
export interface SettingsChangeView {
  id: string;
  /** ms since 1970 */
  at: number;
  /** Who changed them. */
  by: string;
  /** What the region set itself before; null when it had set nothing. */
  before: OwnSettings | null;
  after: OwnSettings;
}

/** GET /departments: an organisation that carries out what was agreed (承办部门). */
export interface DepartmentView {
  id: string;
  name: string;
  region: string;
}
