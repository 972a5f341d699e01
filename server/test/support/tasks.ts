import { DAY_MS, type TaskDetail, type TaskPartInput } from '@consult/shared';
import type { Player } from './cast.js';
import { type Course, OTHER } from './course.js';
import type { TestEnvironment } from './environment.js';

/** What tests of promises and their parts do over and over. @param at where, once it was started */
export function taskSteps(at: () => { env: TestEnvironment; course: Course }) {
  const part = async (over: Partial<TaskPartInput> = {}): Promise<TaskPartInput> => {
    const { env, course } = at();
    return {
      what: '铺好活动室的地面',
      leadDepartmentId: await course.departmentId(OTHER),
      coDepartmentIds: [],
      dueAt: env.clock.now() + 10 * DAY_MS,
      weight: 1,
      ...over,
    };
  };
  return {
    part,
    /** So that what was said first is known. */
    aMoment: () => at().env.clock.advance(1000),
    /** What everybody sees of a promise. */
    seen: (id: string) => {
      const { visitor } = at().env.cast;
      return visitor.ok(visitor.get<TaskDetail>(`/tasks/${id}`));
    },
    refused: ({ client }: Player, path: string, body: unknown = {}) => client.refusal(client.post(path, body)),
    put: ({ client }: Player, path: string, body: unknown) => client.ok(client.put(path, body)),
    /** A promise that its department has taken on. */
    taken: async (over: Parameters<Course['task']>[0] = {}) => {
      const { course } = at();
      const task = await course.task(over);
      await course.post(await course.department(), `/tasks/${task.taskId}/take`);
      return task;
    },
    split: async (id: string, over: Partial<TaskPartInput> = {}): Promise<string> => {
      const { course } = at();
      return (await course.post<{ id: string }>(await course.department(), `/tasks/${id}/parts`, await part(over))).id;
    },
    report: async (id: string, percent: number, department = OTHER) => {
      const { course } = at();
      const body = { text: '正在施工', photos: [], percent };
      return course.post(await course.department(department), `/tasks/${id}/progress`, body);
    },
  };
}
