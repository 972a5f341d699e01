import type { Capacity } from '../auth/roles.js';
import type { DeadlineKey } from '../regions/settings.js';

/** The kinds of things that move through states. */
export const ITEM_KINDS = [
  'topic',
  'session',
  'minutes',
  'outcome',
  'task',
  'round',
  'research',
  'questionnaire',
  'case',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export const ITEM_KIND_LABELS: Readonly<Record<ItemKind, string>> = {
  topic: '议题',
  session: '协商活动',
  minutes: '会议纪要',
  outcome: '协商成果',
  task: '承办事项',
  round: '网络议政',
  research: '会前调研',
  questionnaire: '问卷',
  case: '典型案例',
};

/** Work that a state waits for: it stands in somebody's inbox until the state is left. */
export interface Awaits {
  /** Whose inbox. */
  readonly by: Capacity;
  /** What has to be done, as the inbox says it. */
  readonly does: string;
  /** How long it may take; a state whose deadline is a date of the item itself says 'own'. */
  readonly within: DeadlineKey | 'own';
  /** Nothing can be done about it before a moment of the item's own: until then it stands in no inbox. */
  readonly opens?: 'own';
}

export interface StateSpec {
  readonly label: string;
  /** No transition leaves a final state. */
  readonly final?: true;
  readonly awaits?: Awaits;
}

export interface Transition<S extends string, A extends string> {
  readonly action: A;
  /** The verb on the button and in the timeline. */
  readonly label: string;
  readonly from: readonly S[];
  /** 'previous' returns to the state the item was in before it was put on hold. */
  readonly to: S | 'previous';
  readonly by: readonly Capacity[];
  readonly reason?: 'required';
  /** Shown in the public timeline; its reason too when `reasonPublic`. */
  readonly isPublic?: boolean;
  readonly reasonPublic?: boolean;
}

export interface Machine<S extends string, A extends string, K extends string = ItemKind> {
  readonly kind: K;
  readonly initial: S;
  readonly states: Readonly<Record<S, StateSpec>>;
  readonly transitions: readonly Transition<S, A>[];
}

/** The transition that `action` makes from `state`, or undefined where the table has none. */
export function findTransition<S extends string, A extends string>(
  machine: Machine<S, A, string>,
  state: S,
  action: A,
): Transition<S, A> | undefined {
  return machine.transitions.find((t) => t.action === action && t.from.includes(state));
}

/**
 * The capacity in which somebody may make this transition: the first of the
 * table's capacities that they hold, or undefined when they hold none.
 */
export function capacityFor<S extends string, A extends string>(
  transition: Transition<S, A>,
  held: ReadonlySet<Capacity>,
): Capacity | undefined {
  return transition.by.find((capacity) => held.has(capacity));
}

/** Every action that somebody holding these capacities may take on an item in `state`. */
export function allowedActions<S extends string, A extends string>(
  machine: Machine<S, A, string>,
  state: S,
  held: ReadonlySet<Capacity>,
): A[] {
  return machine.transitions
    .filter((t) => t.from.includes(state) && capacityFor(t, held) !== undefined)
    .map((t) => t.action);
}

/** Everyone who may take `action` from some state: what a route of that action declares. */
export function whoMay<S extends string, A extends string>(machine: Machine<S, A, string>, action: A): Capacity[] {
  return [...new Set(machine.transitions.filter((t) => t.action === action).flatMap((t) => t.by))];
}

/** The label of an action, for buttons and timelines. */
export function actionLabel<S extends string, A extends string>(machine: Machine<S, A, string>, action: A): string {
  return machine.transitions.find((t) => t.action === action)?.label ?? action;
}

/** The states from which `action` can be taken. */
export function statesBefore<S extends string, A extends string>(machine: Machine<S, A, string>, action: A): S[] {
  return [...new Set(machine.transitions.filter((t) => t.action === action).flatMap((t) => t.from))];
}
