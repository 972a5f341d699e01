import { OWING_TASK_STATES, type ReplyClass } from './task.rules.js';
import type { TaskState } from './task.states.js';

/** Nothing stands yet that others could build on: no answer, or one that is to be consulted about again. */
const UNSETTLED: ReadonlySet<TaskState> = new Set([
  ...OWING_TASK_STATES,
  'paused',
  'reconsult_advised',
  'reconsulting',
] as const);

/** Those of the promises that another one waits for which hold it up. */
export function holdingUp<T extends { readonly state: TaskState }>(waitsFor: readonly T[]): T[] {
  return waitsFor.filter(({ state }) => UNSETTLED.has(state));
}

/** Whether an answer of this class may be given: what waits for something open is not solved (A), whatever else it is. */
export function mayReplyAs(replyClass: ReplyClass, waitsFor: readonly { readonly state: TaskState }[]): boolean {
  return replyClass !== 'A' || holdingUp(waitsFor).length === 0;
}

/** What holds a promise up, in words; null where nothing does. */
export function sayHeldUp(waitsFor: readonly { readonly state: TaskState; readonly what: string }[]): string | null {
  const open = holdingUp(waitsFor);
  const [first] = open;
  if (first === undefined) return null;
  return open.length === 1 ? `等“${first.what}”办完` : `等“${first.what}”等 ${open.length} 件事办完`;
}

/** For what these promises wait, directly. */
export type WaitsFor = (ids: readonly string[]) => Promise<readonly string[]>;

/** Whether a promise waits for another one, directly or through others. */
export async function reaches(from: string, to: string, waitsFor: WaitsFor): Promise<boolean> {
  const seen = new Set([from]);
  let next: readonly string[] = [from];
  while (next.length > 0) {
    if (next.includes(to)) return true;
    next = [...new Set(await waitsFor(next))].filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
  }
  return false;
}

/** Whether promises would wait for one another in a circle if `id` waited for `other` too. */
export function closesCircle(id: string, other: string, waitsFor: WaitsFor): Promise<boolean> {
  return reaches(other, id, waitsFor);
}
