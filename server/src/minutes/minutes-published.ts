import type { RequestContext } from '../common/context/request-context.js';
import type { TopicEntity } from '../topics/topic.entity.js';
import type { MinutesEntity } from './minutes.entity.js';

/** Told in the transaction in which minutes are published, so that what follows from them is never missing. */
export interface MinutesPublishedListener {
  /** @param minutes the version published: 1, or higher for a correction */
  minutesPublished(ctx: RequestContext, minutes: MinutesEntity, topics: readonly TopicEntity[]): Promise<void>;
}

/**
 * Injection token of a `MinutesPublishedListener[]`. Later modules provide it, because minutes know nothing of
 * what is made of them: `{ provide: MINUTES_PUBLISHED, useFactory: (listener: L) => [listener], inject: [L] }`.
 */
export const MINUTES_PUBLISHED = Symbol('minutes published');
