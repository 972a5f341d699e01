import type { OutcomeDetail } from '@consult/shared';
import { agreedTask } from './agreed-task.js';
import type { Scene } from './scene.js';
import type { Recorded } from './session-people.js';
import type { OutcomeStory, TownshipStory } from './story.js';
import { tellTask } from './tasks.js';
import { convener, countyOffice } from './who.js';

/** Days after the session. */
const USUAL = { published: 12, sent: 14, instructed: 21, assigned: 26 } as const;
const LIGHT = { published: 7, assigned: 8 } as const;

/** The outcome is published, goes to the county and is handed out as promises; after a 微协商 at once. */
export function tellOutcome(
  scene: Scene,
  story: TownshipStory,
  { key, session, minutes, outcome, outcomeKey }: Recorded & { outcome: OutcomeStory; outcomeKey: string },
): void {
  const { day, format, topics } = session;
  const light = format === 'micro';
  const { summary, suggestions = [], documentNumber, instruction } = outcome;
  const path = () => `/outcomes/${scene.id(outcomeKey)}`;
  const taskKey = (i: number) => `${key} task ${i}`;

  scene.act(day + (light ? LIGHT : USUAL).published, '11:10', convener, async (player, stage) => {
    const tasks = minutes.tasks.map((task) => agreedTask(scene, stage, task));
    const recipients = light ? [] : ['委办公室', '政府办公室'].map((name) => scene.countyBody(name));
    await player.put(path(), { summary, suggestions, tasks, recipients, revision: 0 });
    await player.post(`${path()}/publish`);
  });
  if (!light) {
    const sent = day + USUAL.sent;
    const numbered = documentNumber && {
      documentNumber: `${documentNumber.series}〔${scene.script.date(sent).slice(0, 4)}〕${documentNumber.number}号`,
    };
    scene.act(sent, '15:20', convener, (player) => player.post(`${path()}/send`, { ...numbered }));
  }
  if (!light && instruction === undefined) return;
  if (instruction !== undefined) {
    scene.act(day + USUAL.instructed, '16:40', countyOffice, (player) =>
      player.post(`${path()}/instruct`, { instructor: instruction.by, instruction: instruction.text }),
    );
  }
  const assigned = day + (light ? LIGHT : USUAL).assigned;
  scene.act(assigned, '10:30', light ? convener : countyOffice, async (player) => {
    await player.post(`${path()}/${light ? 'assign-directly' : 'assign'}`);
    const detail = await player.get<OutcomeDetail>(path());
    minutes.tasks.forEach(({ what }, i) => {
      scene.keep(taskKey(i), detail.tasks.find((task) => task.what === what)?.id ?? '');
    });
  });
  minutes.tasks.forEach((task, i) => {
    tellTask(scene, story, { key: taskKey(i), task, topics, assigned });
  });
}
