import {
  COSIGNABLE_STATES,
  type ComparableTopic,
  isTitleWord,
  likenessTo,
  type MapPoint,
  SIMILAR_MAX_ROWS,
  SIMILAR_MIN,
  SIMILAR_STATES,
  type SimilarTopic,
  searchWords,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
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
    const words = [...searchWords(title)].filter((word) => !isTitleWord(word)).map((word) => nearWord(township, word));
    const ids = await this.words.near(ctx.db, shelfOf(township, true), words, COMPARED);
    const open = await ctx.db.find(TopicEntity, {
      where: { id: In(ids), isPublic: true, state: In([...SIMILAR_STATES]) },
      select: { id: true, title: true, description: true, category: true, community: true, location: true },
    });
    const alike = open
      .filter(({ id }) => id !== except)
      .map((topic) => ({ id: topic.id, ...compared(topic) }))
      .filter(({ likeness }) => likeness >= SIMILAR_MIN)
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? 1 : -1))
      .slice(0, SIMILAR_MAX_ROWS);
    const rows = await this.topics.byIds(
      ctx.db,
      alike.map(({ id }) => id),
    );
    const summaries = new Map((await this.summaries.of(rows)).map((summary) => [summary.id, summary]));
    return alike.flatMap(({ id, ...likeness }) => {
      const summary = summaries.get(id);
      return summary ? [{ ...summary, ...likeness, cosignable: COSIGNABLE_STATES.includes(summary.state) }] : [];
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
