import {
  holds,
  isResearchPublic,
  isShown,
  latestReport,
  mayBeResearched,
  type Page,
  type ResearchOfSubject,
  type ResearchSummary,
  rolesIn,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { SessionAccess } from '../sessions/session-access.js';
import { TopicAccess } from '../topics/topic-access.js';
import type { ResearchQueryDto } from './research.dto.js';
import { ResearchEntity, ResearchMemberEntity } from './research.entity.js';
import { ResearchSubjects } from './research-subjects.repository.js';

const MOST = 20;

@Injectable()
export class ResearchLists {
  constructor(
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
    private readonly topics: TopicAccess,
    private readonly sessions: SessionAccess,
    private readonly subjects: ResearchSubjects,
  ) {}

  /**
   * Every research on a topic, also through its sessions, or on a session, also through its topics, newest first.
   * @throws ITEM.NOT_FOUND for a topic or session that this viewer may not see
   */
  async ofSubject(ctx: RequestContext, { topicId, sessionId }: ResearchQueryDto): Promise<ResearchOfSubject> {
    if ((topicId === undefined) === (sessionId === undefined)) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'topicId', message: '请选择一件议题或一场协商' }] });
    }
    const { township, startsAt, isOver } = await this.seen(ctx, topicId, sessionId);
    const roles = rolesIn(ctx.actor?.grants ?? [], township);
    const handles = TOPIC_READERS.some((role) => roles.has(role));
    const [own, other, linked] =
      topicId !== undefined
        ? (['topic_id', 'session_id', 'SELECT l.session_id FROM session_topics l WHERE l.topic_id = ?'] as const)
        : (['session_id', 'topic_id', 'SELECT l.topic_id FROM session_topics l WHERE l.session_id = ?'] as const);
    const id = topicId ?? sessionId ?? '';
    const ids: { id: string; mine: number }[] = await ctx.db.query(
      `SELECT r.id, CASE WHEN m.person_id IS NULL THEN 0 ELSE 1 END AS mine FROM research r
       LEFT JOIN research_members m ON m.research_id = r.id AND m.person_id = ?
       WHERE r.${own} = ? OR r.${other} IN (${linked}) ORDER BY r.id DESC LIMIT ${MOST}`,
      [ctx.actor?.id ?? '', id, id],
    );
    const items: ResearchEntity[] = [];
    for (const row of ids) {
      const research = await ctx.db.findOneByOrFail(ResearchEntity, { id: row.id });
      if (handles || row.mine || (await this.isPublic(ctx, research))) items.push(research);
    }
    const { researchDays: days } = (await this.settings.of(ctx.db, township)).thresholds;
    return {
      items: await this.summaries(items.filter(({ state }) => state !== 'withdrawn' || handles)),
      canBegin: !isOver && holds('research.begin', roles),
      latestDueAt: startsAt === null ? null : latestReport({ startsAt, now: ctx.now, days }),
    };
  }

  /** Those in whose group the person asking is, newest first. */
  async mine(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<ResearchSummary>> {
    const rows = await ctx.db
      .createQueryBuilder(ResearchEntity, 'r')
      .innerJoin(ResearchMemberEntity, 'm', 'm.research_id = r.id')
      .where('m.person_id = :me', { me: actorOf(ctx).id })
      .andWhere('m.research_id < :after', { after: after ?? '~' })
      .orderBy('m.research_id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    return { items: await this.summaries(items), nextAfter };
  }

  private async isPublic(ctx: RequestContext, research: ResearchEntity): Promise<boolean> {
    if (!isResearchPublic(research) || !isShown(research.content)) return false;
    return (await this.subjects.find(ctx.db, research))?.isPublic ?? false;
  }

  private async seen(ctx: RequestContext, topicId: string | undefined, sessionId: string | undefined) {
    if (topicId !== undefined) {
      const { topic } = await this.topics.get(ctx, topicId);
      const isOver = !mayBeResearched('topic', topic.state);
      return { township: topic.township, startsAt: null, isOver };
    }
    const { session } = await this.sessions.get(ctx, sessionId ?? '');
    const { township, startsAt, state } = session;
    return { township, startsAt, isOver: !mayBeResearched('session', state) };
  }

  private async summaries(rows: readonly ResearchEntity[]): Promise<ResearchSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => researchSummary(row, name(row.township)));
  }
}

/** A research as lists show it. */
export function researchSummary(row: ResearchEntity, townshipName: string): ResearchSummary {
  const { id, title, state, township, methods, finishedAt } = row;
  const dueAt = state === 'open' || state === 'draft' ? row.reportDueAt : null;
  return { id, title, state, township, townshipName, methods, dueAt, finishedAt };
}
