import type { ItemKind } from '../machine/machine.js';
import { MONTHLY_UPDATE } from '../tasks/task.rules.js';
import { taskMachine } from '../tasks/task.states.js';
import { ESCALATION_DOES } from '../tasks/task.time.js';

/** What of promises has a way up of its own, by what the inbox says. */
const TOLD_OTHERWISE: readonly (string | undefined)[] = [
  taskMachine.states.in_progress.awaits?.does,
  MONTHLY_UPDATE,
  ...Object.values(ESCALATION_DOES),
];

/**
 * Whether the county office is told of a to-do that has waited far too long: not of its own, not of what late promises
 * tell it anyway, and not of a resident who never completed a topic.
 * @param assignee `person:ID`, `department:ID` or `ROLE@REGION`
 */
export function isForgotten({ kind, assignee, does }: { kind: ItemKind; assignee: string; does: string }): boolean {
  if (assignee.startsWith('county_office@')) return false;
  if (kind === 'task') return !TOLD_OTHERWISE.includes(does);
  return kind !== 'topic' || !assignee.startsWith('person:');
}
