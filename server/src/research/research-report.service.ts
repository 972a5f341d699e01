import {
  type Created,
  chinaDate,
  endOfChinaDay,
  holds,
  RESEARCH_LIMITS,
  RESEARCH_WORK_STATES,
  type Saved,
  stateLabel,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import type { ResearchReportDto, VisitInputDto } from './research.dto.js';
import { ResearchEntity, ResearchVisitEntity } from './research.entity.js';
import { ResearchAccess, type ResearchInView } from './research-access.js';

/** As what somebody works on it who is several things. */
const WORKERS = ['researcher', 'convener', 'county_office'] as const;

/** What a group finds out: its visits and its report. */
@Injectable()
export class ResearchReporting {
  constructor(
    private readonly access: ResearchAccess,
    private readonly binder: AttachmentBinder,
    private readonly events: EventLog,
    private readonly words: BlockedWords,
  ) {}

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, RESEARCH.NOT_EDITABLE, RESEARCH.STALE, CONTENT.BLOCKED_WORD */
  async write(ctx: RequestContext, id: string, input: ResearchReportDto): Promise<Saved> {
    const { research } = await this.workedOn(ctx, id, 'research.write');
    const { revision: read, ...columns } = input;
    if (research.revision !== read) throw new CodedError('RESEARCH.STALE', { revision: research.revision });
    await this.words.refuse(ctx, research.township, [input.summary, ...input.questions]);
    const revision = read + 1;
    await ctx.db.update(ResearchEntity, { id }, { ...columns, revision });
    return { id, state: research.state, revision };
  }

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, RESEARCH.NOT_EDITABLE, RESEARCH.TOO_MANY_VISITS, ATTACHMENT.NOT_FOUND */
  async visit(ctx: RequestContext, id: string, { photos, ...input }: VisitInputDto): Promise<Created> {
    const { research, held } = await this.workedOn(ctx, id, 'research.visit');
    if (research.visits >= RESEARCH_LIMITS.visitsMax) {
      throw new CodedError('RESEARCH.TOO_MANY_VISITS', { max: RESEARCH_LIMITS.visitsMax });
    }
    // By the day: a phone's clock may be ahead.
    if (input.visitedAt > endOfChinaDay(chinaDate(ctx.now))) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'visitedAt', message: '走访时间不能晚于现在' }] });
    }
    const visitId = newId(ctx.now);
    const personId = actorOf(ctx).id;
    await ctx.db.insert(ResearchVisitEntity, { id: visitId, researchId: id, personId, ...input, createdAt: ctx.now });
    await ctx.db.increment(ResearchEntity, { id }, 'visits', 1);
    if (photos.length > 0) await this.binder.bind(ctx, 'research_visit', visitId, photos);
    await this.events.note(ctx, research, {
      kind: 'research',
      action: 'visit',
      capacity: WORKERS.find((capacity) => held.has(capacity)) ?? 'system',
      isPublic: false,
      topicIds: [],
    });
    return { id: visitId };
  }

  /** Takes a visit back: one's own, or, for whoever plans the research, anybody's. @throws ITEM.NOT_FOUND */
  async removeVisit(ctx: RequestContext, id: string, visitId: string): Promise<void> {
    const { held } = await this.workedOn(ctx, id, 'research.visit');
    const visit = await ctx.db.findOneBy(ResearchVisitEntity, { id: visitId, researchId: id });
    if (visit === null) throw notFound();
    if (visit.personId !== actorOf(ctx).id && !holds('research.edit', held)) throw new CodedError('AUTH.FORBIDDEN');
    await this.binder.bind(ctx, 'research_visit', visitId, []);
    await ctx.db.delete(ResearchVisitEntity, { id: visitId });
    await ctx.db.decrement(ResearchEntity, { id }, 'visits', 1);
  }

  private async workedOn(
    ctx: RequestContext,
    id: string,
    permission: 'research.write' | 'research.visit',
  ): Promise<ResearchInView> {
    const view = await this.access.lock(ctx, id);
    if (!holds(permission, view.held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state } = view.research;
    if (!RESEARCH_WORK_STATES.includes(state)) {
      throw new CodedError('RESEARCH.NOT_EDITABLE', { state: stateLabel('research', state), stateCode: state });
    }
    return view;
  }
}
