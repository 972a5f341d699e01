import type { Region } from './region.js';
import type { RegionSettings } from './settings.js';

/** GET /regions */
export interface RegionTree extends Region {
  children: RegionTree[];
}

/** GET /regions/:code/settings */
export interface RegionSettingsView extends RegionSettings {
  region: string;
}

/** GET /departments: an organisation that carries out what was agreed (承办部门). */
export interface DepartmentView {
  id: string;
  name: string;
  region: string;
}
