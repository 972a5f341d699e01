import type { TopicCategory, TopicStep } from '@consult/shared';
import { createStore } from '@/services/store';

/** What the list of topics shows; null shows all. */
export interface TopicFilter {
  step: TopicStep | null;
  category: TopicCategory | null;
}

/** A store, since the first page's figures set it and a tab takes no query. */
const store = createStore<TopicFilter>({ step: null, category: null });

export const useTopicFilter = store.use;

/** Changes some of the filter. */
export function filterTopics(change: Partial<TopicFilter>): void {
  store.set({ ...store.get(), ...change });
}
