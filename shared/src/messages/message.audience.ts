import type { MessageTarget } from './message.target.js';
import type { TemplateKey } from './message.templates.js';

/**
 * Who can be told of an event. `raisers` and `cosigners`: of the item's topics and of those merged into them;
 * once a topic is not public any more, its raiser alone and only of its own moves. `next`: whoever has to do what the
 * event left to be done. `named`: chair, recorder, initiator and signatories of the session. `objectors`: whose
 * objection was just answered. `invited`: who was put on a list, moved up on it or taken off it, or who asked for what was granted. `unrated`: may rate and has not.
 * `replaced`: who does not chair or record the session any more.
 * `named` of an opinion round: who started it. `voters`: who gave their opinion in it; `unheard`: raisers, co-signers and
 * participants who have not.
 * `sampled`: drawn to rate the task in the evaluation that runs; `drawn`: in any of them. `visitors`: who went to see it. `members`: 委员 of the township.
 * `researchers`: the group of a research. `co_leads`: the departments that take part in keeping a promise; `former_lead`: the
 * one that it was just taken from; `whole_lead`: the one that leads the promise a part belongs to; `supervisor`: the leader who sees to it.
 */
export const AUDIENCES = [
  'next',
  'lead',
  'co_leads',
  'former_lead',
  'whole_lead',
  'supervisor',
  'recorder',
  'convener',
  'objectors',
  'invited',
  'named',
  'participants',
  'replaced',
  'researchers',
  'raisers',
  'cosigners',
  'unrated',
  'sampled',
  'drawn',
  'visitors',
  'members',
  'voters',
  'unheard',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** They see the item from inside, and so every reason. */
export const INSIDERS: ReadonlySet<Audience> = new Set<Audience>([
  'next',
  'lead',
  'co_leads',
  'whole_lead',
  'supervisor',
  'recorder',
  'convener',
  'named',
  'researchers',
]);

/**
 * What is told to whom. Placeholders in curly brackets are facts of the item and the event; a sentence of the body
 * with a fact that is not known, or that this audience may not see, is left out.
 */
export interface Telling {
  readonly to: readonly Audience[];
  /** At most 20 characters. */
  readonly title: string;
  readonly body: string;
  /** The subscription message sent besides; null: in the product alone. */
  readonly template: TemplateKey | null;
  /** Told once for all that one request moved, e.g. the topics of a plan; it opens the to-do list. */
  readonly together?: true;
  /** Done to many items by one run of a schedule: whom several of them concern is told their number, once a run. */
  readonly many?: ManyTelling;
  /**
   * Of a session: says all there is of when and where it is ('stands'), or that this holds no longer ('off'). Either makes
   * what stood before old news, read or not; that it is off never becomes that.
   */
  readonly arrangement?: 'stands' | 'off';
  /** Only while the item is in one of these states; left out: always. */
  readonly inStates?: readonly string[];
}

/** What somebody is told of several things at once; the body says {count} of them. */
export interface ManyTelling {
  /** At most 20 characters. */
  readonly title: string;
  readonly body: string;
  /** The list that has them; null: the to-do list. */
  readonly opens: Extract<MessageTarget, 'own_topics'> | null;
}

/** The tellings of one event, most concerned first: a person is told the first that applies to them, once. */
export type Told = readonly Telling[];
/** Why nobody is told. */
export interface Silent {
  readonly silent: string;
}
