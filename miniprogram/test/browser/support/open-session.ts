import { randomUUID } from 'node:crypto';
import type {
  Created,
  DemoPerson,
  LiveView,
  LiveWritten,
  ParticipantCategory,
  Role,
  SessionPlace,
  SignedIn,
} from '@consult/shared';
import type { Town } from './town';

const TOWNSHIP = '沿河街道';
const COMMUNITY = '419902001001';
const HOUR_MS = 60 * 60 * 1000;
/** A 微协商 is announced a day before. */
const NOTICE_MS = 26 * HOUR_MS;
/** Second residents, members and so on sit behind the ones that a test is. */
const LISTED: readonly (readonly [Role, number, ParticipantCategory])[] = [
  ['resident', 0, 'resident'],
  ['resident', 1, 'resident'],
  ['member', 0, 'member'],
];

type Ask = <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T>;

/** A session of 沿河街道 that is on, with who is on its list and what they do there. */
export interface OpenSession {
  id: string;
  /** Of whom a test is one: name and place on the list. */
  people: { name: string; participantId: string }[];
  /** What a visitor is answered of where it stands. */
  view(): Promise<LiveView>;
}

async function ask<T>(town: Town, token: string | null, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${town.url}/api/v1${path}`, {
    method,
    headers: {
      'idempotency-key': randomUUID(),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

type Find = (role: Role, nth?: number) => DemoPerson;

/** The convener, and those on the list, signed in. */
async function all(as: (person: DemoPerson) => Promise<Ask>, find: Find): Promise<[Ask, Ask, Ask, Ask]> {
  const [raiser, second, member] = LISTED.map(([role, nth]) => find(role, nth));
  if (!raiser || !second || !member) throw new Error('too few people on the list');
  return [await as(find('convener')), await as(raiser), await as(second), await as(member)];
}

/**
 * Has a session called, joined and begun: the convener chairs and the township's government records it; the second
 * resident speaks, the member waits, and one show of hands is open. The town's clock goes on to its beginning.
 */
export async function openSession(town: Town): Promise<OpenSession> {
  const everyone = await ask<DemoPerson[]>(town, null, 'GET', '/identity/demo/people');
  const find = (role: Role, nth = 0, place = TOWNSHIP): DemoPerson => {
    const found = everyone.filter((p) => p.role === role && (p.departmentName ?? p.regionName).startsWith(place));
    const person = found[nth];
    if (!person) throw new Error(`there is no ${role} number ${nth} of ${place}`);
    return person;
  };
  const as = async ({ id }: DemoPerson): Promise<Ask> => {
    const signIn = { provider: 'demo', credential: id };
    const { token } = await ask<SignedIn>(town, null, 'POST', '/identity/sign-in', signIn);
    return (method, path, body) => ask(town, token, method, path, body);
  };
  const listed = LISTED.map(([role, nth, category]) => ({ person: find(role, nth), category }));
  const startsAt = town.now + NOTICE_MS;
  let [convener, raiser, second, member] = await all(as, find);

  const topic = await raiser<Created>('POST', '/topics', {
    title: '电动车停放与充电棚选址',
    description: '飞线充电从三楼拉到一楼，都同意建充电棚，可建在谁家窗前一直没说拢。',
    category: '公共安全',
    community: COMMUNITY,
    anonymous: false,
    photos: [],
    submit: true,
  });
  await convener('POST', `/topics/${topic.id}/accept`, {});
  const { id } = await convener<Created>('POST', '/sessions', {
    title: '电动车充电棚选址协商会',
    topicIds: [topic.id],
    format: 'micro',
    startsAt,
    endsAt: startsAt + 2 * HOUR_MS,
    place: '东关社区二楼',
    meetingNumber: '腾讯会议 318-204-567',
    questions: ['充电棚建在哪里'],
    programme: [
      {
        id: 'speak',
        title: '各方发言',
        minutes: 40,
        items: [{ id: 'speak-residents', title: '南区住户', minutes: 25, items: [] }],
      },
      { id: 'answer', title: '部门回应', minutes: 20, items: [] },
    ],
    seats: 10,
    chairId: find('convener').id,
    recorderId: find('department', 0, TOWNSHIP).id,
    signatoryIds: [find('convener').id, find('member').id],
  });
  await convener('POST', `/sessions/${id}/announce`, {});
  const people: OpenSession['people'] = [];
  for (const [i, who] of [raiser, second, member].entries()) {
    const { category, person } = listed[i] as (typeof listed)[number];
    const place = await who<SessionPlace>('POST', `/sessions/${id}/sign-up`, { category });
    people.push({ name: person.name, participantId: place.id });
  }
  await town.setClock(startsAt);
  // Their sign-ins have run out by then.
  [convener, raiser, second, member] = await all(as, find);
  await convener('POST', `/sessions/${id}/start`, {});
  const live = (who: Ask, deed: string, body = {}) => who<LiveWritten>('POST', `/sessions/${id}/live/${deed}`, body);
  await live(convener, 'item', { itemId: 'speak-residents' });
  await live(second, 'hand');
  await live(convener, 'floor', { participantId: people[1]?.participantId, seconds: 180 });
  await live(member, 'hand');
  // There, and without a phone: a hand that is counted in the room.
  await convener('POST', `/sessions/${id}/roll`, { participantId: people[1]?.participantId, present: true });
  await live(convener, 'polls', { question: '第一处先建在南门空地，您同意吗？' });
  return { id, people, view: () => ask<LiveView>(town, null, 'GET', `/sessions/${id}/live`) };
}
