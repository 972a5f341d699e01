import type { Created } from '@consult/shared';
import { upload } from '../pictures/upload.js';
import { officeDay, type Scene } from './scene.js';
import type { TaskStructureStory } from './story.js';
import { countyOffice, department, partyCommittee } from './who.js';

/** What a promise is made of: parts, steps, money, photos, and the leader who sees to it. */
export function tellStructure(scene: Scene, key: string, leadName: string, story: TaskStructureStory): void {
  const lead = department(leadName);
  const path = () => `/tasks/${scene.id(key)}`;
  const { day, parts = [], milestones = [], funds, photos = [], supervised } = story;
  parts.forEach((part, i) => {
    const partKey = `${key}-part-${i}`;
    const partPath = () => `/tasks/${scene.id(partKey)}`;
    scene.act(officeDay(day), '14:10', lead, async (player, stage) => {
      const { id } = await player.post<Created>(`${path()}/parts`, {
        what: part.what,
        leadDepartmentId: scene.departmentId(stage, part.lead),
        coDepartmentIds: [],
        dueAt: scene.script.moment(part.due, '12:00'),
        weight: part.weight,
      });
      scene.keep(partKey, id);
    });
    const own = department(part.lead);
    scene.act(officeDay(officeDay(day) + 1), '10:30', own, (player) => player.post(`${partPath()}/take`));
    const { reported, replied } = part;
    if (reported !== undefined)
      scene.act(officeDay(reported.day), '11:10', own, (player) =>
        player.post(`${partPath()}/progress`, { text: reported.text, percent: reported.percent, photos: [] }),
      );
    if (replied !== undefined)
      scene.act(officeDay(replied.day), '16:20', own, async (player) =>
        player.post(`${partPath()}/reply`, {
          replyClass: 'A',
          text: replied.text,
          photos: await upload(player, [replied.photo]),
        }),
      );
  });
  for (const { name, planned, done } of milestones) {
    scene.act(officeDay(done ?? day), '14:30', lead, (player) =>
      player.post(`${path()}/milestones`, {
        name,
        plannedAt: scene.script.moment(planned, '12:00'),
        ...(done === undefined ? {} : { doneAt: scene.script.moment(done, '12:00') }),
      }),
    );
  }
  if (funds !== undefined) {
    const { planned, source, spent } = funds;
    scene.act(officeDay(day), '14:40', lead, (player) => player.put(`${path()}/funds`, { planned, source }));
    for (const { day: on, amount, what } of spent)
      scene.act(officeDay(on), '15:10', lead, (player) =>
        player.post(`${path()}/spendings`, { amount, what, spentAt: scene.script.moment(on, '12:00') }),
      );
  }
  for (const { day: on, label, before, after } of photos)
    scene.act(officeDay(on), '15:30', lead, async (player) => {
      const [first, second] = await upload(player, [before, after]);
      await player.post(`${path()}/photo-pairs`, { label, before: first, after: second });
    });
  if (supervised !== undefined) {
    scene.act(officeDay(day), '09:10', countyOffice, (player, stage) =>
      player.put(`${path()}/supervisor`, { personId: scene.player(stage, partyCommittee).id }),
    );
    scene.act(officeDay(supervised.day), '09:30', partyCommittee, (player) =>
      player.post(`${path()}/supervisions`, { text: supervised.text }),
    );
  }
}
