import { randomUUID } from 'node:crypto';
import type { DemoPerson, SessionDetail, SessionInput, SignedIn } from '@consult/shared';
import type { Town } from './town';

const TOWNSHIP = '沿河街道';
const DAY_MS = 24 * 60 * 60 * 1000;

/** One of the demo's people, calling the API. */
interface Caller {
  id: string;
  call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T>;
  upload<T>(path: string, name: string, content: Uint8Array): Promise<T>;
}

async function answered<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T;
  if (!response.ok) throw new Error(JSON.stringify(body));
  return body;
}

/** @param role convener, member or resident of the township */
export async function callerOf({ url }: Town, role: 'convener' | 'member' | 'resident'): Promise<Caller> {
  const people = await answered<DemoPerson[]>(await fetch(`${url}/api/v1/identity/demo/people`));
  const person = people.find((one) => one.role === role && one.regionName === TOWNSHIP);
  if (person === undefined) throw new Error(`no ${role}`);
  const send = async <T>(method: string, path: string, body: unknown, token?: string): Promise<T> =>
    answered<T>(
      await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(method === 'GET' ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
        },
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      }),
    );
  const { token } = await send<SignedIn>('POST', '/identity/sign-in', { provider: 'demo', credential: person.id });
  const upload = async <T>(path: string, name: string, content: Uint8Array): Promise<T> => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(content)]), name);
    const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() };
    return answered<T>(await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body }));
  };
  return { id: person.id, call: (method, path, body) => send(method, path, body, token), upload };
}

/** A session that has just ended, recorded by the member; @returns the id of its minutes, which nobody has written yet */
export async function draftMinutes(town: Town, setClock: (at: number) => Promise<void>): Promise<string> {
  const [convener, member, resident] = [
    await callerOf(town, 'convener'),
    await callerOf(town, 'member'),
    await callerOf(town, 'resident'),
  ];
  const { id: topicId } = await resident.call<{ id: string }>('POST', '/topics', {
    title: '沿西社区某号院配套建设养老设施',
    description: '院内六十岁以上老人占近三成，却没有可以坐下来活动、吃饭和量血压的地方。',
    category: '养老助老',
    community: '419902001001',
    anonymous: false,
    photos: [],
    submit: true,
  });
  await convener.call('POST', `/topics/${topicId}/accept`);
  const startsAt = town.now + DAY_MS;
  const input: SessionInput = {
    title: '沿西社区养老设施协商会',
    topicIds: [topicId],
    format: 'micro',
    startsAt,
    endsAt: startsAt + DAY_MS / 12,
    place: '沿西社区议事室',
    questions: ['设施建在哪里'],
    programme: [
      { id: 'a', title: '情况说明', minutes: 10, items: [] },
      { id: 'b', title: '讨论协商', minutes: 30, items: [] },
    ],
    seats: 10,
    chairId: convener.id,
    recorderId: member.id,
    signatoryIds: [convener.id],
  };
  const { id } = await convener.call<{ id: string }>('POST', '/sessions', input);
  await convener.call('POST', `/sessions/${id}/announce`);
  await setClock(startsAt);
  const later = await callerOf(town, 'convener');
  await later.call('POST', `/sessions/${id}/start`);
  await later.call('POST', `/sessions/${id}/end`);
  return (await later.call<SessionDetail>('GET', `/sessions/${id}`)).minutes[0]?.id ?? '';
}
