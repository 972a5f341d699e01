import { SESSION_LIMITS } from './session.rules.js';

/** GET /sessions/clashes: what else is on while a session is to be. Times in ms since 1970. */
export interface SessionClashQuery {
  startsAt: number;
  endsAt: number;
  /** Township code. */
  township: string;
  place?: string;
  /** Ids with commas between: whoever chairs, records or signs. */
  people?: string;
  /** The session that is being changed, whose own list counts as `people` too. */
  except?: string;
}

/** Another session at the same time that needs the same room or the same people. It forbids nothing. */
export interface SessionClash {
  /** Null for who may not know which one it is. */
  id: string | null;
  title: string | null;
  startsAt: number;
  endsAt: number;
  samePlace: boolean;
  /** Names of those who are needed at both, at most CLASH_LIMITS.names; only for staff of the township. */
  people: string[];
  /** How many these are altogether. */
  peopleCount: number;
}

export const CLASH_LIMITS = {
  /** Chair, recorder and signatories. */
  people: SESSION_LIMITS.signatoriesMax + 2,
  sessions: 50,
  names: 10,
} as const;

const plain = (place: string): string => place.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Whether two texts say the same room, however they are spaced and whatever width their letters have. */
export function isSamePlace(one: string, other: string): boolean {
  return plain(one) !== '' && plain(one) === plain(other);
}

/** What to tell whoever calls a session about a clash, a sentence each. */
export function sayClash({ title, samePlace, people, peopleCount }: SessionClash): string[] {
  const which = title === null ? '另一场协商' : `“${title}”`;
  const more = peopleCount > people.length ? `等 ${peopleCount} 人` : '';
  return [
    ...(samePlace ? [`同一时间这里已有${which}`] : []),
    ...(people.length > 0 ? [`${people.join('、')}${more}同一时间要参加${which}`] : []),
  ];
}
