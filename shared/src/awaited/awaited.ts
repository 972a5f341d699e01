import { type Capacity, capacityLabel } from '../auth/roles.js';
import { MACHINES } from '../events/event.labels.js';
import type { ItemKind, Machine } from '../machine/machine.js';
import type { MinutesDetail } from '../minutes/minutes.contract.js';
import type { MinutesState } from '../minutes/minutes.states.js';
import type { OutcomeState } from '../outcomes/outcome.states.js';
import { PLAN_ACTION_LABELS } from '../plans/plan.rules.js';
import type { SessionSummary } from '../sessions/session.contract.js';
import { type SessionFormat, seesTo } from '../sessions/session.rules.js';
import type { SessionState } from '../sessions/session.states.js';
import { isEvaluating } from '../tasks/evaluation.rules.js';
import type { TaskState } from '../tasks/task.states.js';
import { CALL_SESSION, NEXT_STEP } from '../topics/topic.rules.js';
import type { TopicState } from '../topics/topic.states.js';

/** Whose turn it is and what they are to do, as everyone reads it, and until when: ms since 1970, null where no day is set. */
export interface Awaited {
  readonly text: string;
  readonly dueAt: number | null;
}

/** What came of a session and is on its way still: everyone may know that it is awaited, before they may read it. */
export type ComingAfter =
  | { kind: 'minutes'; state: MinutesState; dueAt: number | null }
  | { kind: 'outcome'; state: OutcomeState; dueAt: number | null };

/** Who is awaited as the table of its states says, or `by` in their place; null where the state waits for nobody. */
export function awaitedInState(kind: ItemKind, state: string, dueAt: number | null, by?: Capacity): Awaited | null {
  const awaits = (MACHINES[kind] as Machine<string, string>).states[state]?.awaits;
  return awaits === undefined ? null : { text: `等${capacityLabel(by ?? awaits.by)}${awaits.does}`, dueAt };
}

/** What the inbox of whoever an item in this state waits for says. @throws Error for a state that waits for nobody */
export function todoOf(kind: ItemKind, state: string): string {
  const does = (MACHINES[kind] as Machine<string, string>).states[state]?.awaits?.does;
  if (does === undefined) throw new Error(`${kind} in ${state} waits for nobody`);
  return does;
}

/** Who is awaited for what comes after a session. */
export function awaitedAfter(coming: ComingAfter, now: number): Awaited | null {
  const { kind, state, dueAt } = coming;
  if (kind !== 'minutes' || state !== 'objection') return awaitedInState(kind, state, dueAt);
  // Objections come from those who were there; once their days are over it is signed.
  if (dueAt !== null && now < dueAt) return { text: '等参会人核对会议纪要', dueAt };
  return { text: '等核签人核签会议纪要', dueAt: null };
}

/** Who is awaited by minutes, said to those who may read them: nobody signs before every objection is answered. */
export function awaitedByMinutes(
  { state, dueAt, signingBlockedBy }: Pick<MinutesDetail, 'state' | 'dueAt' | 'signingBlockedBy'>,
  now: number,
): Awaited | null {
  const awaited = awaitedAfter({ kind: 'minutes', state, dueAt }, now);
  if (signingBlockedBy !== 'open_objections') return awaited;
  return { text: `等${capacityLabel('convener')}${todoOf('minutes', state)}，答复后才能核签`, dueAt };
}

/** Who is awaited by a promise: also those who go to see it, and those who rate it. */
export function awaitedByTask(
  task: {
    state: TaskState;
    parentId: string | null;
    currentDueAt: number | null;
    visitMissing: boolean;
    evaluationEndsAt: number | null;
  },
  now: number,
): Awaited | null {
  const { state, currentDueAt, visitMissing, evaluationEndsAt } = task;
  // A part that is answered waits for its whole promise.
  if (state === 'replied' && task.parentId !== null) return null;
  if (visitMissing) return { text: '等提出、附议、参会的人或政协委员到现场看', dueAt: currentDueAt };
  if (isEvaluating(task, now)) return { text: '等提出、附议、参会和抽中的人评议', dueAt: evaluationEndsAt };
  return awaitedInState('task', state, currentDueAt);
}

/** Who is awaited by a session: once it is over those who write, check, sign and publish its minutes. */
export function awaitedBySession(
  session: { state: SessionState; format: SessionFormat; dueAt: number | null; coming: ComingAfter | null },
  now: number,
): Awaited | null {
  const { state, format, dueAt, coming } = session;
  return coming === null ? awaitedInState('session', state, dueAt, seesTo(format)) : awaitedAfter(coming, now);
}

/** What is said of a topic for which no single person's work is due. */
const MEANWHILE: Partial<Record<TopicState, string>> = {
  draft: '还没有提交，只有您自己能看到',
  declined: '这件事没有列入协商',
  merged: '已和另一件相近的议题合在一起办',
  deliberating: '正在协商，见下面的协商活动',
  resolving: '协商的结果正在落实，见下面的承办事项',
  closed: '这件议题已经办结',
  suspended: '这件议题先放一放，原因见办理进程',
  withdrawn: '这件议题已经撤销，原因见办理进程',
};

const SESSION_TO_COME: Partial<Record<SessionState, string>> = {
  in_progress: '正在开协商会，见下面的协商活动',
  announced: '协商会要开了，时间和地点见下面的协商活动',
  postponed: '协商会延期，新的时间定下后在这里公布',
};

/** Who is awaited by a topic: while it is deliberated and carried out, whoever its sessions wait for. */
export function awaitedByTopic(
  topic: {
    state: TopicState;
    dueAt: number | null;
    sessions: readonly Pick<SessionSummary, 'state'>[];
    coming: ComingAfter | null;
    planPublished: boolean;
  },
  now: number,
): Awaited | null {
  const { state, dueAt, sessions, coming, planPublished } = topic;
  // No session is called before the plan is out.
  if (state === 'planned' && !planPublished)
    return { text: `等${capacityLabel('county_office')}${PLAN_ACTION_LABELS.publish}`, dueAt };
  const byTable = awaitedInState('topic', state, dueAt);
  if (byTable !== null) return byTable;
  if (state === 'deliberating' || state === 'resolving') {
    const next = (['in_progress', 'announced', 'postponed'] as const).find((one) =>
      sessions.some((session) => session.state === one),
    );
    if (next !== undefined) return { text: SESSION_TO_COME[next] ?? '', dueAt: null };
    const after = coming && awaitedAfter(coming, now);
    if (after !== null) return after;
    // Its own deadline says that its convener has to see to how it goes on.
    if (dueAt !== null)
      return { text: `等${capacityLabel('convener')}${state === 'deliberating' ? CALL_SESSION : NEXT_STEP}`, dueAt };
  }
  const text = MEANWHILE[state];
  return text === undefined ? null : { text, dueAt: null };
}
