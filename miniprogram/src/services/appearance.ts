import { createStoredStore } from './store';

/** 标准 or 关怀: how large and how simple everything is drawn. */
export type Appearance = 'standard' | 'care';

export const APPEARANCE_LABELS: Readonly<Record<Appearance, string>> = { standard: '标准', care: '关怀' };

const store = createStoredStore<Appearance>(
  'appearance',
  'standard',
  (found): found is Appearance => found === 'standard' || found === 'care',
);

/** The class that a page's root carries. */
export const themeClass = (appearance: Appearance): string => (appearance === 'care' ? 'theme-care' : 'theme-standard');

export const useAppearance = (): Appearance => store.use();
export const setAppearance = store.set;
