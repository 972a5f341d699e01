import { type Created, DEFAULT_PROGRAMME, programmeOf, type SessionPlace } from '@consult/shared';
import { tellDraw } from './draws.js';
import { tellLive } from './live.js';
import { tellMinutes } from './minutes.js';
import { type Scene, someTime, spread } from './scene.js';
import { type List, listOf, recorderOf, signatoriesOf, willingOf } from './session-people.js';
import type { SessionStory, TownshipStory } from './story.js';
import { convener, type Who } from './who.js';

/** Days between its call, its notice and a session. */
const USUAL = { called: 13, announced: 9 } as const;
const LIGHT = { called: 3, announced: 2 } as const;
const SPARE_SEATS = 4;

/** A session is called, people come onto its list, and it takes place, as far as it has come. */
export function tellSession(scene: Scene, story: TownshipStory, key: string, session: SessionStory): void {
  const { day, caller = convener, minutes, postponed } = session;
  const before = session.format === 'micro' ? LIGHT : USUAL;
  const { called = day - before.called, announced = day - before.announced } = session;
  const list = listOf(story, session);
  const path = () => `/sessions/${scene.id(key)}`;
  call(scene, key, session, called, list);
  if (announced === null) return;
  scene.act(announced, '14:30', caller, (player) => player.post(`${path()}/announce`));
  fillList(scene, key, caller, list, announced, (postponed?.day ?? day) - 1);
  if (session.draw !== undefined) tellDraw(scene, key, caller, session.draw, willingOf(story, session, list));
  if (postponed !== undefined) {
    const { reason } = postponed;
    scene.act(postponed.day, '09:40', caller, (player) => player.post(`${path()}/postpone`, { reason }));
  }
  if (session.live !== undefined) tellLive(scene, key, session, list, session.live);
  if (minutes === undefined) return;
  scene.act(day, session.from, caller, (player) => player.post(`${path()}/start`));
  callRoll(scene, key, session, list);
  scene.act(day, session.to, caller, (player) => player.post(`${path()}/end`));
  tellMinutes(scene, story, { key, session, minutes, signatories: signatoriesOf(session, list) });
}

function call(scene: Scene, key: string, session: SessionStory, called: number, list: List): void {
  const { caller = convener, chair = convener, day, from, to, place, questions, title, format, live } = session;
  scene.act(called, '10:20', caller, async (player, stage) => {
    const { id } = await player.post<Created>('/sessions', {
      title,
      topicIds: session.topics.map((topic) => scene.id(topic)),
      format,
      startsAt: live ? scene.script.minutesAgo(live.began) : scene.script.moment(day, from),
      endsAt: live ? scene.script.minutesAgo(live.began - live.lasts) : scene.script.moment(day, to),
      place,
      meetingNumber: session.meetingNumber,
      dialIn: session.dialIn,
      questions,
      programme: session.programme ?? programmeOf(DEFAULT_PROGRAMME, (i) => `item-${i + 1}`),
      seats: session.seats ?? list.invited.length + list.signingUp.length + SPARE_SEATS,
      chairId: scene.player(stage, chair).id,
      recorderId: scene.player(stage, recorderOf(session)).id,
      signatoryIds: signatoriesOf(session, list).map((who) => scene.player(stage, who).id),
    });
    scene.keep(key, id);
  });
}

function fillList(
  scene: Scene,
  key: string,
  caller: Who,
  { invited, signingUp }: List,
  announced: number,
  until: number,
): void {
  const place = (i: number) => `${key} place ${i}`;
  scene.act(announced, '15:00', caller, async (player, stage) => {
    for (const [i, [who, category]] of invited.entries()) {
      const body = { personId: scene.player(stage, who).id, category };
      scene.keep(place(i), (await player.post<SessionPlace>(`/sessions/${scene.id(key)}/participants`, body)).id);
    }
  });
  const last = Math.min(until, announced + 5);
  signingUp.forEach(([who, category], i) => {
    const day = spread(i, signingUp.length, announced + 1, Math.max(announced + 1, last));
    scene.act(day, someTime(i * 5 + key.length, 12, 21), who, async (player) => {
      const { id } = await player.post<SessionPlace>(`/sessions/${scene.id(key)}/sign-up`, { category });
      scene.keep(place(invited.length + i), id);
    });
  });
}

/** Every other one checks in by the code at the door, the others answer when the roll is called. */
function callRoll(scene: Scene, key: string, session: SessionStory, { invited, signingUp }: List): void {
  const { caller = convener, absent = 0 } = session;
  const people = [...invited, ...signingUp];
  const path = () => `/sessions/${scene.id(key)}`;
  scene.act(session.day, session.from, caller, async (player, stage) => {
    const { token } = await player.get<{ token: string }>(`${path()}/door`);
    for (const [i, [who]] of people.entries()) {
      const present = i < people.length - absent;
      const participantId = scene.id(`${key} place ${i}`);
      if (present && i % 2 === 1) await scene.player(stage, who).post(`${path()}/check-in`, { token });
      else await player.post(`${path()}/roll`, { participantId, present });
    }
  });
}
