import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';
import type { TaskStory } from './story.js';

/** A task as the minutes and the outcome say it. */
export function agreedTask(scene: Scene, stage: Stage, { what, lead, co = [], due, funds }: TaskStory) {
  return {
    what,
    leadDepartmentId: scene.departmentId(stage, lead),
    coDepartmentIds: co.map((name) => scene.departmentId(stage, name)),
    dueAt: scene.script.moment(due, '12:00'),
    funds: funds ?? null,
  };
}
