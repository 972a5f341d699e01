import type {
  BlockedWords,
  CheckDetail,
  CheckQuery,
  CheckView,
  Created,
  ModerationCount,
  MoveReason,
  MyReportView,
  Page,
  PublicItemView,
  PublicKind,
  ReportAction,
  ReportInput,
  ReportQuery,
  ReportView,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /moderation/count */
export const countModeration = (region: string): Promise<ModerationCount> =>
  request('GET', '/moderation/count', { query: { region } });

/** GET /moderation/checks */
export const listChecks = (query: CheckQuery): Promise<Page<CheckView>> =>
  request('GET', '/moderation/checks', { query: { ...query } });

/** GET /moderation/checks/:checkId */
export const getCheck = (id: string): Promise<CheckDetail> => request('GET', `/moderation/checks/${id}`);

/** What a person can do about a check. */
export type CheckMove = 'approve' | 'reject' | 'override' | 'appeal';

/** POST /moderation/checks/:checkId/approve, /reject, /override, /appeal */
export const moveCheck = (id: string, move: CheckMove, body: MoveReason, idempotencyKey: string): Promise<unknown> =>
  request('POST', `/moderation/checks/${id}/${move}`, { body, idempotencyKey });

/** GET /moderation/items/:kind/:itemId */
export const getPublicItem = (kind: PublicKind, id: string): Promise<PublicItemView> =>
  request('GET', `/moderation/items/${kind}/${id}`);

/** POST /moderation/items/:kind/:itemId/take-down, /restore */
export const movePublicItem = (
  kind: PublicKind,
  id: string,
  move: 'take-down' | 'restore',
  body: MoveReason,
  idempotencyKey: string,
): Promise<unknown> => request('POST', `/moderation/items/${kind}/${id}/${move}`, { body, idempotencyKey });

/** POST /reports (举报) */
export const reportItem = (body: ReportInput, idempotencyKey: string): Promise<Created> =>
  request('POST', '/reports', { body, idempotencyKey });

/** GET /reports/mine */
export const listMyReports = (after: string | null): Promise<Page<MyReportView>> =>
  request('GET', '/reports/mine', { query: { after } });

/** GET /reports */
export const listReports = (query: ReportQuery): Promise<Page<ReportView>> =>
  request('GET', '/reports', { query: { ...query } });

/** POST /reports/:reportId/take-down, /settle, /dismiss */
export const decideReport = (id: string, action: ReportAction, reason: string, key: string): Promise<unknown> =>
  request('POST', `/reports/${id}/${action.replace(/_/g, '-')}`, { body: { reason }, idempotencyKey: key });

/** GET /moderation/blocked-words */
export const getBlockedWords = (county: string): Promise<BlockedWords> =>
  request('GET', '/moderation/blocked-words', { query: { county } });

/** PUT /moderation/blocked-words */
export const setBlockedWords = (body: BlockedWords, idempotencyKey: string): Promise<BlockedWords> =>
  request('PUT', '/moderation/blocked-words', { body, idempotencyKey });
