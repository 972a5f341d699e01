import type { TopicCategory, TopicSource } from '../topics/topic.rules.js';
import type { TopicState } from '../topics/topic.states.js';
import type { TopicStep } from '../topics/topic.steps.js';
import type { MarkedPiece } from './search.marks.js';

/** What can be searched. */
export const SEARCH_KINDS = ['topic', 'minutes', 'outcome'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
export const isSearchKind = (kind: string): kind is SearchKind => (SEARCH_KINDS as readonly string[]).includes(kind);
export const SEARCH_KIND_LABELS: Readonly<Record<SearchKind, string>> = {
  topic: '议题',
  minutes: '会议纪要',
  outcome: '协商成果',
};

/** GET /search */
export interface SearchParams {
  q: string;
  region: string;
  kind?: SearchKind;
  step?: TopicStep;
  category?: TopicCategory;
  source?: TopicSource;
  /** In China. */
  year?: number;
}

export interface FoundPromise {
  id: string;
  what: string;
}

export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: MarkedPiece[];
  /** Empty where the title alone says it. */
  snippet: MarkedPiece[];
  townshipName: string;
  communityName: string;
  category: TopicCategory | null;
  /** Of a topic. */
  state: TopicState | null;
  heldFrom: TopicState | null;
  /** Of a topic found by the code of a promise that came out of it. */
  promise: FoundPromise | null;
  /** Found by a number that differs in one digit. */
  isGuess: boolean;
  /** ms since 1970: when it was raised or published. */
  at: number;
  /** False: seen by staff alone. */
  isPublic: boolean;
}
