import type { ErrorBody } from '@consult/shared';
import type { Client } from './client.js';
import { PLACE } from './topics.js';

/** The id of nothing. */
export const UNKNOWN = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/**
 * Calls a route of the matrix.
 * @param route as the matrix names it, such as GET /topics/{id}
 * @param ids what stands for its parameters; left out: nothing that exists
 */
export function call(client: Client, route: string, ids: Readonly<Record<string, string>> = {}, body?: unknown) {
  const [method = '', template = ''] = route.split(' ');
  const path = template.replace(
    /\{(\w+)\}/g,
    (_, name: string) => ids[name] ?? (name === 'code' ? PLACE.townshipCode : name === 'size' ? 'thumb' : UNKNOWN),
  );
  const hasBody = method === 'POST' || method === 'PUT';
  return client.send<ErrorBody>(
    method,
    path,
    hasBody ? (body ?? {}) : undefined,
    method === 'GET' ? undefined : `matrix-${Math.random()}`,
  );
}
