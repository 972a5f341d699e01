import type { CaseDetail, Created } from '@consult/shared';
import { officeDay, type Scene } from './scene.js';
import type { CaseStory } from './story.js';
import { convener, countyOffice } from './who.js';

/** A finished topic is written up, sent in and featured. */
export function tellCase(scene: Scene, { topic, title, background, lessons, begun, featured }: CaseStory): void {
  const key = `case ${topic}`;
  scene.act(officeDay(begun), '10:20', convener, async (player) => {
    const { id } = await player.post<Created>('/cases', { topicId: scene.id(topic) });
    scene.keep(key, id);
    const { process, turningPoints, result, revision } = await player.get<CaseDetail>(`/cases/${id}`);
    const text = { title, background, process, turningPoints, result, lessons };
    await player.put(`/cases/${id}`, { ...text, photos: [], revision });
    await player.post(`/cases/${id}/submit`);
  });
  scene.act(officeDay(featured), '15:10', countyOffice, (player) => player.post(`/cases/${scene.id(key)}/feature`));
}
