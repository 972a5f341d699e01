import type { LiveView, LiveWritten } from '@consult/shared';
import type { Scene } from './scene.js';
import { type List, recorderOf } from './session-people.js';
import type { LiveStory, SessionStory } from './story.js';
import { convener, type Who } from './who.js';

/** A session that is on while the demo is loaded: it began a while ago, and where it stands is for everyone to see. */
export function tellLive(scene: Scene, key: string, session: SessionStory, list: List, live: LiveStory): void {
  const { chair = convener } = session;
  const people = [...list.invited, ...list.signingUp].map(([who]) => who);
  const who = (nth: number): Who => {
    const found = people[nth];
    if (found === undefined) throw new Error(`the session ${key} has no number ${nth} on its list`);
    return found;
  };
  const path = (deed = '') => `/sessions/${scene.id(key)}${deed}`;
  const place = (nth: number) => scene.id(`${key} place ${nth}`);
  const at = (minute: number) => live.began - minute;

  scene.actAgo(live.began, chair, (player) => player.post(path('/start')));
  scene.actAgo(live.began, chair, async (player) => {
    for (let nth = 0; nth < people.length - (session.absent ?? 0); nth += 1) {
      await player.post(path('/roll'), { participantId: place(nth), present: true });
    }
  });
  for (const [minute, itemId] of live.items) {
    scene.actAgo(at(minute), chair, (player) => player.post(path('/live/item'), { itemId }));
  }
  for (const [minute, nth] of live.hands) {
    scene.actAgo(at(minute), who(nth), (player) => player.post(path('/live/hand')));
  }
  for (const [minute, nth, seconds] of live.speeches) {
    const body = () => ({ participantId: place(nth), seconds });
    scene.actAgo(at(minute), chair, (player) => player.post(path('/live/floor'), body()));
  }
  for (const [minute, nth, text, taken] of live.points) {
    scene.actAgo(at(minute), who(nth), async (player, stage) => {
      const { id } = await player.post<LiveWritten>(path('/live/points'), { text });
      const recorder = scene.player(stage, recorderOf(session));
      if (taken) await recorder.post(path(`/live/points/${id}/take`), { taken });
    });
  }
  for (const [minute, text] of live.notices) {
    scene.actAgo(at(minute), chair, (player) => player.post(path('/live/notice'), { text }));
  }
  for (const { minute, question, votes, room, closed } of live.polls) {
    scene.actAgo(at(minute), chair, async (player, stage) => {
      const { id } = await player.post<LiveWritten>(path('/live/polls'), { question });
      const options = votes.flatMap((count, option) => Array.from({ length: count }, () => option));
      for (const [nth, option] of options.entries()) {
        await scene.player(stage, who(nth)).post(path(`/live/polls/${id}/votes`), { option });
      }
      if (room) await player.post(path(`/live/polls/${id}/room`), { counts: room });
    });
    if (closed === undefined) continue;
    scene.actAgo(at(closed), chair, async (player) => {
      const { state } = await player.get<LiveView>(path('/live'));
      await player.post(path(`/live/polls/${state.poll?.pollId}/close`));
    });
  }
}
