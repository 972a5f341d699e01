import { createStoredStore } from '@/services/store';

const KEPT = 8;

const isWords = (found: unknown): found is string[] =>
  Array.isArray(found) && found.every((words) => typeof words === 'string');

/** What was searched for on this device and led to something, latest first. It never leaves the device. */
const store = createStoredStore<string[]>('recent-searches', [], isWords);

export const useRecentSearches = store.use;

export function rememberSearch(words: string): void {
  store.set([words, ...store.get().filter((other) => other !== words)].slice(0, KEPT));
}

export function forgetSearches(): void {
  store.set([]);
}
