import type { ParticipantCategory } from '@consult/shared';
import { RESIDENTS_TO_BE } from '../people.data.js';
import { residentsComing } from './crowd.js';
import type { MinutesStory, SessionStory, TownshipStory } from './story.js';
import { convener, government, member, resident, type Who } from './who.js';

type Listed = readonly [Who, ParticipantCategory];

/** Who comes to a session, in the order in which they come onto its list. */
export interface List {
  readonly invited: readonly Listed[];
  readonly signingUp: readonly Listed[];
}

/** The offices are invited; members and residents sign up. */
export function listOf(story: TownshipStory, { topics, invited, members, residents }: SessionStory): List {
  const named = invited.map(([who]) => who);
  const coming = residentsComing(story, topics, residents, named);
  return {
    invited,
    signingUp: [
      ...Array.from({ length: members }, (_, i): Listed => [member(i), 'member']),
      ...coming.map((who): Listed => [who, 'resident']),
    ],
  };
}

/** The residents who would be drawn: neighbours who are not on the list, nor those of them whom one can be. */
export function willingOf(story: TownshipStory, { topics, draw }: SessionStory, { invited, signingUp }: List): Who[] {
  const listed = [...invited, ...signingUp].map(([who]) => who);
  const toBe = Array.from({ length: RESIDENTS_TO_BE }, (_, i) => resident(i));
  return residentsComing(story, topics, draw?.willing ?? 0, [...listed, ...toBe]);
}

/** Whoever leads it, a member and one of the residents sign its minutes. */
export function signatoriesOf({ chair = convener }: SessionStory, { signingUp, invited }: List): Who[] {
  const first = (category: ParticipantCategory) =>
    [...signingUp, ...invited].filter(([, c]) => c === category).slice(0, 1);
  const others = [...first('member'), ...first('resident')].map(([who]) => who);
  return [chair, ...others.filter((who) => JSON.stringify(who) !== JSON.stringify(chair))];
}

/** The township's clerk writes, at a 微协商 one of the members. */
export function recorderOf({ format }: SessionStory): Who {
  return format === 'micro' ? member(1) : government;
}

/** A session that took place, with all that its minutes need. */
export interface Recorded {
  readonly key: string;
  readonly session: SessionStory;
  readonly minutes: MinutesStory;
  readonly signatories: readonly Who[];
}
