import { cleanLine } from '../text/text.js';
import { type Audience, INSIDERS } from './message.audience.js';
import { shortenTo } from './shorten.js';

/** What a text may mention; what is not known is left out with its sentence. */
export type MessageFacts = Readonly<
  Partial<Record<'title' | 'reason' | 'due' | 'does' | 'time' | 'place' | 'count', string | null>>
>;

export const MESSAGE_LIMITS = { titleMax: 20, bodyMax: 300, itemMax: 40, reasonMax: 100 } as const;

const SENTENCE = /[^。]+。/g;
const PLACEHOLDER = /\{(\w+)\}/g;
const ENDS = /[。．.；;，,！!？?\s]+$/;

/** The body of a telling with its facts filled in; a sentence whose fact is missing is left out. */
export function renderBody(body: string, facts: MessageFacts): string {
  const known: Readonly<Record<string, string | null | undefined>> = {
    ...facts,
    title: facts.title && shortenTo(cleanLine(facts.title), MESSAGE_LIMITS.itemMax),
    reason: facts.reason && shortenTo(cleanLine(facts.reason).replace(ENDS, ''), MESSAGE_LIMITS.reasonMax),
  };
  const sentences = (body.match(SENTENCE) ?? []).filter((sentence) =>
    [...sentence.matchAll(PLACEHOLDER)].every(([, name = '']) => Boolean(known[name])),
  );
  const text = sentences.map((sentence) => sentence.replace(PLACEHOLDER, (_, name: string) => known[name] ?? ''));
  return shortenTo(text.join(''), MESSAGE_LIMITS.bodyMax);
}

/**
 * Whether an audience may read the reason of an event: it is public, or they see the item from inside, or it is about
 * their own topic.
 */
export function seesReason(audience: Audience, event: { kind: string; reasonPublic: boolean }): boolean {
  return event.reasonPublic || INSIDERS.has(audience) || (audience === 'raisers' && event.kind === 'topic');
}
