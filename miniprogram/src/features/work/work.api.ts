import type {
  Created,
  InboxCount,
  MoveReason,
  MoveResult,
  Page,
  RecordedTopic,
  TodoView,
  TopicAction,
  TopicDecline,
  TopicMerge,
  TopicSensitivity,
  TopicState,
  TopicSummary,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /inbox: soonest due first. */
export const listInbox = (after: string | null): Promise<Page<TodoView>> =>
  request('GET', '/inbox', { query: { after } });

/** GET /inbox/count */
export const countInbox = (): Promise<InboxCount> => request('GET', '/inbox/count');

/** GET /topics/work: every topic of a region in one state, for those who handle them. */
export const listWorkTopics = (region: string, state: TopicState, after: string | null): Promise<Page<TopicSummary>> =>
  request('GET', '/topics/work', { query: { region, state, after } });

/** POST /topics/recorded (代录) */
export const recordTopic = (body: RecordedTopic, idempotencyKey: string): Promise<Created> =>
  request('POST', '/topics/recorded', { body, idempotencyKey });

/** POST /topics/:id/accept, /return, /drop, /suspend …: the moves that take nothing but a reason. */
export const moveTopic = (id: string, action: TopicAction, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `/topics/${id}/${action.replace(/_/g, '-')}`, { body, idempotencyKey: key });

/** POST /topics/:id/decline */
export const declineTopic = (id: string, body: TopicDecline, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/topics/${id}/decline`, { body, idempotencyKey });

/** POST /topics/:id/merge */
export const mergeTopic = (id: string, body: TopicMerge, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/topics/${id}/merge`, { body, idempotencyKey });

/** PUT /topics/:id/sensitivity */
export const classifyTopic = (id: string, body: TopicSensitivity, idempotencyKey: string): Promise<unknown> =>
  request('PUT', `/topics/${id}/sensitivity`, { body, idempotencyKey });
