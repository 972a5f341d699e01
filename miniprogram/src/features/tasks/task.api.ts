import type {
  MoveReason,
  MoveResult,
  MyTaskSummary,
  Page,
  TaskDetail,
  TaskLister,
  TaskProgressInput,
  TaskQuery,
  TaskRate,
  TaskReassign,
  TaskReply,
  TaskSummary,
  TaskVisitorAsk,
} from '@consult/shared';
import { request } from '@/services/api';
import { handIn } from '@/services/outbox';

/** GET /tasks: the public ledger (承诺台账), soonest due first. */
export const listTasks = (query: TaskQuery): Promise<Page<TaskSummary>> =>
  request('GET', '/tasks', { query: { ...query } });

/** GET /tasks/mine: my department's, those that I see to, or those that I can visit, rate or look back at. */
export const listMyTasks = (as: TaskLister, after: string | null): Promise<Page<MyTaskSummary>> =>
  request('GET', '/tasks/mine', { query: { as, after } });

/** GET /tasks/:id */
export const getTask = (id: string): Promise<TaskDetail> => request('GET', `/tasks/${id}`);

/** What is posted with nothing but a reason. */
export type TaskMove =
  | 'take'
  | 'refuse'
  | 'pause'
  | 'keep-paused'
  | 'resume'
  | 'open-evaluation'
  | 'conclude'
  | 'review'
  | 'restart'
  | 'reconsult'
  | 'close'
  | 'reopen';

/** POST /tasks/:id/take, /refuse, /pause, /keep-paused, /resume, /open-evaluation, /conclude, /review, /restart, /reconsult, /close */
export const moveTask = (id: string, move: TaskMove, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `/tasks/${id}/${move}`, { body, idempotencyKey: key });

/** POST /tasks/:id/reassign */
export const reassignTask = (id: string, body: TaskReassign, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/tasks/${id}/reassign`, { body, idempotencyKey });

/** POST /tasks/:id/progress */
export const reportProgress = (id: string, body: TaskProgressInput, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/tasks/${id}/progress`, { body, idempotencyKey });

/** POST /tasks/:id/reply */
export const replyToTask = (id: string, body: TaskReply, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/tasks/${id}/reply`, { body, idempotencyKey });

/** POST /tasks/:id/ask-visitor */
export const askVisitor = (id: string, body: TaskVisitorAsk, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/tasks/${id}/ask-visitor`, { body, idempotencyKey });

/** Where a rating goes. */
export const ratePath = (id: string): string => `/tasks/${id}/rate`;

/** POST /tasks/:id/rate, later where the server is not reached. */
export function rateTask({ id, what }: { id: string; what: string }, body: TaskRate, key: string): Promise<unknown> {
  const path = ratePath(id);
  return handIn({ key, label: '评议', title: what, method: 'POST', path, body, form: null }, () =>
    request('POST', path, { body, idempotencyKey: key }),
  );
}
