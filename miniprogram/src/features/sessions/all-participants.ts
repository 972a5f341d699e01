import { PARTICIPANT_CATEGORIES, type ParticipantCategory, type SessionParticipant } from '@consult/shared';
import { listParticipants } from './session.api';

/**
 * The whole list of a session, however many pages it has: the roll is taken by name.
 * @throws ApiError
 */
export async function allParticipants(sessionId: string): Promise<SessionParticipant[]> {
  const people: SessionParticipant[] = [];
  let after: string | null = null;
  do {
    const page: { items: SessionParticipant[]; nextAfter: string | null } = await listParticipants(sessionId, after);
    people.push(...page.items);
    after = page.nextAfter;
  } while (after !== null);
  return people.filter(({ seating }) => seating !== 'cancelled');
}

export interface CategoryGroup {
  category: ParticipantCategory;
  people: SessionParticipant[];
}

/** Those who have a seat, by category; categories without anyone are left out. */
export function seatedByCategory(people: readonly SessionParticipant[]): CategoryGroup[] {
  return PARTICIPANT_CATEGORIES.map((category) => ({
    category,
    people: people.filter((person) => person.seating === 'seated' && person.category === category),
  })).filter((group) => group.people.length > 0);
}
