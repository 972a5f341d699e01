import {
  COSIGNABLE_STATES,
  type ComparableTopic,
  isTitleWord,
  likenessTo,
  type MapPoint,
  phraseWords,
  SIMILAR_MAX_ROWS,
  SIMILAR_MIN,
  type SimilarTopic,
  sharedIn,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { SearchRepository } from '../search/search.repository.js';
import { nearWord, shelfOf } from '../search/search-shelves.js';
import { TopicEntity } from './topic.entity.js';
import { inView } from './topic-access.js';
import { TopicSummaries } from './topic-summaries.js';
import type { SimilarQueryDto } from './topics.dto.js';
import { TopicsRepository } from './topics.repository.js';

/** So many that share words are compared. */
const COMPARED = 40;

/** Open topics that read alike, with why: to co-sign one instead of writing it again, or to merge. */
@Injectable()
export class SimilarTopics {
  constructor(
    private readonly words: SearchRepository,
    private readonly topics: TopicsRepository,
    private readonly summaries: TopicSummaries,
  ) {}

  /** Those of the township, most alike first. */
  async find(ctx: RequestContext, query: SimilarQueryDto): Promise<SimilarTopic[]> {
    const { township, title, except } = query;
    const compared = likenessTo(await this.written(ctx, query));
    const words = [...phraseWords(title)].filter((word) => !isTitleWord(word)).map((word) => nearWord(township, word));
    const ids = await this.words.near(ctx.db, shelfOf(township, true), words, COMPARED);
    const alike = (await this.topics.comparable(ctx.db, ids))
      .filter(({ id }) => id !== except)
      .map((topic) => ({ topic, ...compared(topic) }))
      .filter(({ likeness }) => likeness >= SIMILAR_MIN)
      .sort((a, b) => b.likeness - a.likeness || (a.topic.id < b.topic.id ? 1 : -1))
      .slice(0, SIMILAR_MAX_ROWS);
    const rows = await this.summaries.of(alike.map(({ topic }) => topic));
    const summaries = new Map(rows.map((summary) => [summary.id, summary]));
    return alike.flatMap(({ topic, ...likeness }) => {
      const summary = summaries.get(topic.id);
      if (summary === undefined) return [];
      const shared = sharedIn(topic.title, title);
      return [{ ...summary, ...likeness, shared, cosignable: COSIGNABLE_STATES.includes(topic.state) }];
    });
  }

  /** What is known of what somebody writes; of a topic that they may see it is what it says. */
  private async written(ctx: RequestContext, query: SimilarQueryDto): Promise<ComparableTopic> {
    const { title, description, category, community, except } = query;
    const found = except === undefined ? null : await ctx.db.findOneBy(TopicEntity, { id: except });
    const own = found !== null && (found.isPublic || inView(ctx, found).inside) ? found : null;
    return {
      title,
      description: description ?? own?.description ?? '',
      category: category ?? own?.category ?? null,
      community: community ?? own?.community ?? null,
      location: pointOf(query) ?? own?.location ?? null,
    };
  }
}

function pointOf({ latitude, longitude }: SimilarQueryDto): MapPoint | null {
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude };
}
