import {
  type CountyPerson,
  type GrantInput,
  type GrantView,
  type Page,
  PHONE_PATTERN,
  type StaffEventView,
} from '@consult/shared';
import { request } from '@/services/api';
import { toApiError } from '@/services/api-error';
import { uuid } from '@/utils/uuid';

/** GET /people/county, by a part of the name; or POST /people/by-phone where the words are a number. */
export async function findCountyPeople(
  region: string,
  words: string,
  after: string | null,
): Promise<Page<CountyPerson>> {
  const phone = words.replace(/[\s-]/g, '');
  if (!PHONE_PATTERN.test(phone)) return request('GET', '/people/county', { query: { region, q: words, after } });
  try {
    const body = { region, phone };
    const person = await request<CountyPerson>('POST', '/people/by-phone', { body, idempotencyKey: uuid() });
    return { items: [person], nextAfter: null };
  } catch (error) {
    if (toApiError(error).code !== 'ITEM.NOT_FOUND') throw error;
    return { items: [], nextAfter: null };
  }
}

/** POST /people/:id/grants */
export const giveRole = (personId: string, body: GrantInput, idempotencyKey: string): Promise<GrantView> =>
  request('POST', `/people/${personId}/grants`, { body, idempotencyKey });

/** DELETE /grants/:id */
export const takeRole = (grantId: string, idempotencyKey: string): Promise<void> =>
  request('DELETE', `/grants/${grantId}`, { idempotencyKey });

/** GET /staff-events: who gave and took roles and looked after staff accounts, the latest first. */
export const listStaffEvents = (region: string, after: string | null): Promise<Page<StaffEventView>> =>
  request('GET', '/staff-events', { query: { region, after } });
