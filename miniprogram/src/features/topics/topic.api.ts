import type {
  Created,
  MapPoint,
  MoveResult,
  Page,
  SimilarTopic,
  TopicCategory,
  TopicCreate,
  TopicDetail,
  TopicInput,
  TopicQuery,
  TopicSummary,
} from '@consult/shared';
import { request } from '@/services/api';
import { handIn } from '@/services/outbox';

/** GET /topics: what everyone sees of a region, newest first. */
export const listTopics = (query: TopicQuery): Promise<Page<TopicSummary>> =>
  request('GET', '/topics', { query: { ...query } });

/** GET /topics/mine: what I raised or co-signed. */
export const listMyTopics = (as: 'raiser' | 'cosigner', after: string | null): Promise<Page<TopicSummary>> =>
  request('GET', '/topics/mine', { query: { as, after } });

/** What a topic is compared by. */
export interface WrittenTopic {
  township: string;
  title: string;
  category?: TopicCategory | null;
  community?: string | null;
  location?: MapPoint | null;
  /** The topic itself, when its duplicates are looked for: what is left out here is read from it. */
  except?: string;
}

/** GET /topics/similar: open topics of a township that read alike, with why. */
export function listSimilarTopics({ category, community, location, ...words }: WrittenTopic): Promise<SimilarTopic[]> {
  const query = { ...words, ...(category && { category }), ...(community && { community }), ...location };
  return request('GET', '/topics/similar', { query });
}

/** GET /topics/:id */
export const getTopic = (id: string): Promise<TopicDetail> => request('GET', `/topics/${id}`);

/** POST /topics */
export const raiseTopic = (body: TopicCreate, idempotencyKey: string): Promise<Created> =>
  request('POST', '/topics', { body, idempotencyKey });

/** PUT /topics/:id: a draft or a returned topic. */
export const editTopic = (id: string, body: TopicInput, idempotencyKey: string): Promise<MoveResult> =>
  request('PUT', `/topics/${id}`, { body, idempotencyKey });

/** POST /topics/:id/submit */
export const submitTopic = (id: string, idempotencyKey: string): Promise<MoveResult> =>
  request('POST', `/topics/${id}/submit`, { idempotencyKey });

/** Where a co-signature goes. */
export const cosignPath = (id: string): string => `/topics/${id}/cosign`;

/** POST /topics/:id/cosign, later where the server is not reached. */
export function cosignTopic({ id, title }: { id: string; title: string }, key: string): Promise<MoveResult | 'queued'> {
  const path = cosignPath(id);
  return handIn({ key, label: '附议', title, method: 'POST', path, form: null }, () =>
    request<MoveResult>('POST', path, { idempotencyKey: key }),
  );
}

/** DELETE /topics/:id/cosign */
export const uncosignTopic = (id: string, idempotencyKey: string): Promise<MoveResult> =>
  request('DELETE', `/topics/${id}/cosign`, { idempotencyKey });
