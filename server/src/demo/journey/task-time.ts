import type { TaskDetail } from '@consult/shared';
import { officeDay, type Scene } from './scene.js';
import type { TaskTimeStory } from './story.js';
import { convener, countyOffice, department } from './who.js';

/** What moves the date of a promise: an extension that was asked for and granted, and a pause. */
export function tellTime(scene: Scene, key: string, leadName: string, { extended, paused }: TaskTimeStory): void {
  const path = () => `/tasks/${scene.id(key)}`;
  if (extended !== undefined) {
    const { asked, to, reason, granted, decision } = extended;
    scene.act(officeDay(asked), '10:40', department(leadName), (player) =>
      player.post(`${path()}/extensions`, { dueAt: scene.script.moment(to, '12:00'), reason }),
    );
    scene.act(officeDay(granted), '15:20', countyOffice, async (player) => {
      const { clock } = await player.get<TaskDetail>(path());
      const request = clock.requests.find(({ state }) => state === 'open');
      await player.post(`${path()}/requests/${request?.id}/decide`, { grant: true, reason: decision });
    });
  }
  if (paused !== undefined) {
    const { day, reason, resumed } = paused;
    scene.act(officeDay(day), '16:30', convener, (player) => player.post(`${path()}/pause`, { reason }));
    if (resumed !== undefined)
      scene.act(officeDay(resumed.day), '09:10', convener, (player) =>
        player.post(`${path()}/resume`, { reason: resumed.reason }),
      );
  }
}
