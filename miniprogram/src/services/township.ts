import type { Region } from '@consult/shared';
import { createStoredStore } from './store';

/** The township whose public pages are shown. */
export type Township = Pick<Region, 'code' | 'name'>;

function isTownship(found: unknown): found is Township | null {
  return typeof found === 'object' && found !== null && 'code' in found && 'name' in found;
}

const store = createStoredStore<Township | null>('township', null, isTownship);

export const currentTownship = store.get;
export const useTownship = store.use;
/** Chooses the township to look at; null goes back to none chosen. */
export const chooseTownship = store.set;
