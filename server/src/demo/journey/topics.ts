import type { Created } from '@consult/shared';
import { upload } from '../pictures/upload.js';
import { cosignersOf } from './crowd.js';
import { officeDay, type Scene, someTime, spread } from './scene.js';
import type { TopicStory, TopicTurn } from './story.js';
import { convener, countyOffice, type Who } from './who.js';

/** A topic is raised, accepted and co-signed, or goes another way. */
export function tellTopic(scene: Scene, key: string, topic: TopicStory): void {
  raise(scene, key, topic);
  if (topic.accepted !== undefined) {
    scene.act(officeDay(topic.accepted), someTime(key.length, 9, 11), convener, (player) =>
      player.post(`/topics/${scene.id(key)}/accept`),
    );
    cosign(scene, key, topic, officeDay(topic.accepted) + 1);
  }
  if (topic.next !== undefined) turn(scene, key, topic.next);
}

function raise(scene: Scene, key: string, topic: TopicStory): void {
  const { title, description, category, place, suggestion, tried, affected, anonymous = false, recorded } = topic;
  scene.act(topic.raised, someTime(title.length * 5, 12, 21), topic.by, async (player) => {
    const input = {
      title,
      description,
      category,
      community: scene.communityCode(topic.community),
      place,
      suggestion,
      tried,
      affected,
      anonymous,
      photos: await upload(player, topic.photos),
    };
    const { id } = recorded
      ? await player.post<Created>('/topics/recorded', { ...input, ...recorded })
      : await player.post<Created>('/topics', { ...input, submit: topic.draft !== true });
    scene.keep(key, id);
  });
}

function cosign(scene: Scene, key: string, topic: TopicStory, from: number): void {
  const people = cosignersOf(key, topic);
  people.forEach((who, i) => {
    const day = spread(i, people.length, from, topic.cosigned?.until ?? from);
    scene.act(day, someTime(i * 7 + key.length, 12, 22), who, (player) =>
      player.post(`/topics/${scene.id(key)}/cosign`),
    );
  });
}

function turn(scene: Scene, key: string, { day, ...turn }: TopicTurn): void {
  const { move, ...rest } = turn;
  const take = (who: Who, act: (path: string) => [path: string, body: object]) =>
    scene.act(officeDay(day), '16:20', who, (player) => {
      const [path, body] = act(`/topics/${scene.id(key)}`);
      return move === 'classify' ? player.put(path, body) : player.post(path, body);
    });
  if (turn.move === 'classify') take(countyOffice, (topic) => [`${topic}/sensitivity`, { ...rest, sensitive: true }]);
  else if (turn.move === 'merge') {
    const { into, reason } = turn;
    take(convener, (topic) => [`${topic}/merge`, { reason, into: scene.id(into) }]);
  } else if (turn.move === 'withdraw') {
    const { by, reason } = turn;
    take(by, (topic) => [`${topic}/withdraw`, { reason }]);
  } else take(convener, (topic) => [`${topic}/${move}`, rest]);
}
