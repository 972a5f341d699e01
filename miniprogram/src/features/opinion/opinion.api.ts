import type {
  Created,
  MoveReason,
  MoveResult,
  MyAnswer,
  NextStatement,
  OpinionMapView,
  OpinionReport,
  OpinionStatement,
  OpinionStatementInput,
  OpinionVote,
  OpinionVoteInput,
  Page,
  RoundAction,
  RoundDetail,
  RoundEdit,
  RoundInput,
  RoundQuery,
  RoundSummary,
  StatementSubmitted,
} from '@consult/shared';
import { request } from '@/services/api';
import { handInByOutbox, useUnanswered } from '@/services/outbox';

const ROUNDS = '/opinion-rounds';

/** GET /opinion-rounds */
export const listRounds = (query: RoundQuery): Promise<Page<RoundSummary>> =>
  request('GET', ROUNDS, { query: { ...query } });

/** GET /opinion-rounds/:id */
export const getRound = (id: string): Promise<RoundDetail> => request('GET', `${ROUNDS}/${id}`);

/** POST /opinion-rounds */
export const createRound = (body: RoundInput, idempotencyKey: string): Promise<Created> =>
  request('POST', ROUNDS, { body, idempotencyKey });

/** PUT /opinion-rounds/:id: a draft. */
export const editRound = (id: string, body: RoundEdit, idempotencyKey: string): Promise<unknown> =>
  request('PUT', `${ROUNDS}/${id}`, { body, idempotencyKey });

/** POST /opinion-rounds/:id/open, /close, /withdraw */
export const moveRound = (id: string, action: RoundAction, body: MoveReason, key: string): Promise<MoveResult> =>
  request('POST', `${ROUNDS}/${id}/${action}`, { body, idempotencyKey: key });

/**
 * GET /opinion-rounds/:id/next
 * @param except what this person has before them already
 */
export const getNext = (id: string, except: readonly string[]): Promise<NextStatement> =>
  request('GET', `${ROUNDS}/${id}/next`, { query: { except: except.join(',') } });

const votesPath = (id: string): string => `${ROUNDS}/${id}/votes`;

/** POST /opinion-rounds/:id/votes, by way of the outbox: of two answers to one statement the later stays the later. */
export function sendVote(id: string, statement: OpinionStatement, vote: OpinionVote, key: string) {
  const body: OpinionVoteInput = { statementId: statement.id, vote };
  return handInByOutbox<NextStatement>({
    key,
    label: '表态',
    title: statement.text,
    method: 'POST',
    path: votesPath(id),
    body,
    form: null,
  });
}

/** What I answered in a round that the server has not confirmed yet, by statement; the latest counts. */
export function useQueuedVotes(id: string): ReadonlyMap<string, OpinionVote> {
  const queued = useUnanswered().filter(({ path }) => path === votesPath(id));
  return new Map(queued.map(({ body }) => [(body as OpinionVoteInput).statementId, (body as OpinionVoteInput).vote]));
}

/** GET /opinion-rounds/:id/mine */
export const listMyAnswers = (id: string, after: string | null): Promise<Page<MyAnswer>> =>
  request('GET', `${ROUNDS}/${id}/mine`, { query: { after } });

/** POST /opinion-rounds/:id/statements */
export const submitStatement = (id: string, body: OpinionStatementInput, key: string): Promise<StatementSubmitted> =>
  request('POST', `${ROUNDS}/${id}/statements`, { body, idempotencyKey: key });

/** GET /opinion-rounds/:id/map */
export const getOpinionMap = (id: string): Promise<OpinionMapView> => request('GET', `${ROUNDS}/${id}/map`);

/** GET /opinion-rounds/:id/report */
export const getOpinionReport = (id: string): Promise<OpinionReport> => request('GET', `${ROUNDS}/${id}/report`);
