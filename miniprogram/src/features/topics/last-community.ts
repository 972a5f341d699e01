import { createStoredStore } from '@/services/store';

const store = createStoredStore<string>('community', '', (found): found is string => typeof found === 'string');

/** The community chosen last on this device, '' when there is none: most people write about where they live. */
export const lastCommunity = store.get;
export const rememberCommunity = store.set;
