import { MEMBERS, RESIDENTS } from '../people.data.js';
import type { TopicStory, TownshipStory } from './story.js';
import { member, resident, type Who } from './who.js';

/** Every so many co-signers is a member. */
const MEMBER_EVERY = 9;

const same = (a: Who, b: Who) => JSON.stringify(a) === JSON.stringify(b);

function seedOf(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % RESIDENTS, 7);
}

/** Everyone in a township, in an order that is another one for each `seed`. */
function crowd(seed: string, without: readonly Who[]): Who[] {
  const start = seedOf(seed);
  const residents = Array.from({ length: RESIDENTS }, (_, i) => resident((start + i) % RESIDENTS));
  const members = Array.from({ length: MEMBERS }, (_, i) => member((start + i) % MEMBERS));
  const mixed = residents.flatMap((who, i) => {
    const next = i % MEMBER_EVERY === MEMBER_EVERY - 1 ? members[Math.floor(i / MEMBER_EVERY)] : undefined;
    return next === undefined ? [who] : [who, next];
  });
  return mixed.filter((who) => !without.some((other) => same(other, who)));
}

/** Who co-signs a topic. */
export function cosignersOf(key: string, topic: TopicStory): Who[] {
  return crowd(key, [topic.by]).slice(0, topic.cosigned?.by ?? 0);
}

const isPrivate = (who: Who) => 'role' in who && (who.role === 'resident' || who.role === 'member');

/** Those private people who stand behind topics: raisers first, then co-signers, also of what was merged into them. */
export function peopleBehind(story: TownshipStory, keys: readonly string[]): Who[] {
  const own = Object.entries(story.topics).filter(([key, { next }]) => {
    return keys.includes(key) || (next?.move === 'merge' && keys.includes(next.into));
  });
  const all = [...own.map(([, topic]) => topic.by), ...own.flatMap(([key, topic]) => cosignersOf(key, topic))];
  return all.filter((who, i) => isPrivate(who) && all.findIndex((other) => same(other, who)) === i);
}

/** The residents who sign up: those behind the topics, then neighbours; never anybody of `without`. */
export function residentsComing(
  story: TownshipStory,
  keys: readonly string[],
  count: number,
  without: readonly Who[],
): Who[] {
  const behind = peopleBehind(story, keys);
  const neighbours = crowd(keys.join(), behind);
  const free = (who: Who) => 'role' in who && who.role === 'resident' && !without.some((other) => same(other, who));
  return [...behind, ...neighbours].filter(free).slice(0, count);
}
