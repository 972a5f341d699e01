import {
  type Created,
  chinaDate,
  dueProblem,
  holds,
  latestReport,
  mayBeResearched,
  RESEARCH_EDIT_STATES,
  RESEARCH_LIMITS,
  regionAt,
  researchMachine,
  rolesIn,
  type Saved,
  stateLabel,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { lockRow } from '../database/lock-row.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionPeople } from '../sessions/session-people.js';
import { TopicAccess } from '../topics/topic-access.js';
import type { ResearchEditDto, ResearchInputDto, ResearchPlanDto } from './research.dto.js';
import { ResearchEntity } from './research.entity.js';
import { ResearchAccess } from './research-access.js';
import { ResearchGroup } from './research-group.js';
import { ResearchMoves } from './research-moves.js';
import { ResearchSubjects, type Subject } from './research-subjects.repository.js';

/** Who holds what for a research that is only being begun or changed. */
const PLANNERS = ['convener', 'county_office'] as const;

/** Setting up a research, and changing what it is going to be. */
@Injectable()
export class ResearchPlanning {
  constructor(
    private readonly access: ResearchAccess,
    private readonly subjects: ResearchSubjects,
    private readonly topics: TopicAccess,
    private readonly sessions: SessionAccess,
    private readonly people: SessionPeople,
    private readonly group: ResearchGroup,
    private readonly settings: Settings,
    private readonly moves: ResearchMoves,
    private readonly events: EventLog,
    private readonly todos: TodoList,
    private readonly words: BlockedWords,
  ) {}

  /**
   * @throws ITEM.NOT_FOUND, REGION.OUTSIDE, RESEARCH.SUBJECT_OVER, RESEARCH.TOO_MANY, and what checkPlan throws
   */
  async begin(ctx: RequestContext, input: ResearchInputDto): Promise<Created> {
    const { topicId = null, sessionId = null } = input;
    if ((topicId === null) === (sessionId === null)) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'topicId', message: '请选择一件议题或一场协商' }] });
    }
    const township = await this.lockSubject(ctx, topicId, sessionId);
    const capacity = PLANNERS.find((role) => rolesIn(actorOf(ctx).grants, township).has(role));
    if (capacity === undefined) throw new CodedError('REGION.OUTSIDE');
    const subject = await this.subjects.find(ctx.db, { topicId, sessionId });
    if (subject === null) throw notFound();
    this.checkSubject(subject);
    const others = await ctx.db.countBy(ResearchEntity, topicId === null ? { sessionId: subject.id } : { topicId });
    if (others >= RESEARCH_LIMITS.perSubject) {
      throw new CodedError('RESEARCH.TOO_MANY', { max: RESEARCH_LIMITS.perSubject });
    }
    await this.checkPlan(ctx, township, subject, input);
    const { title, methods, leadId, dueAt: reportDueAt } = input;
    const research: ResearchEntity = Object.assign(new ResearchEntity(), {
      id: newId(ctx.now),
      county: regionAt(township, 'county') ?? '',
      township,
      topicId,
      sessionId,
      title,
      state: researchMachine.initial,
      methods,
      leadId,
      initiatorId: actorOf(ctx).id,
      reportDueAt,
      situation: '',
      data: '',
      demands: '',
      policy: '',
      summary: '',
      questions: [],
      visits: 0,
      revision: 0,
      content: 'passed',
      finishedAt: null,
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies ResearchEntity);
    research.dueAt = await this.moves.begin(ctx, research);
    await ctx.db.insert(ResearchEntity, research);
    await this.group.set(ctx, research.id, leadId, input.memberIds);
    const topicIds = await this.subjects.topicIdsOf(ctx.db, research);
    await this.events.note(ctx, research, { kind: 'research', action: 'create', capacity, isPublic: false, topicIds });
    return { id: research.id };
  }

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, RESEARCH.NOT_EDITABLE, RESEARCH.STALE, and what checkPlan throws */
  async edit(ctx: RequestContext, id: string, input: ResearchEditDto): Promise<Saved> {
    const { research, subject, held } = await this.access.lock(ctx, id);
    if (!holds('research.edit', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!RESEARCH_EDIT_STATES.includes(research.state)) {
      throw new CodedError('RESEARCH.NOT_EDITABLE', {
        state: stateLabel('research', research.state),
        stateCode: research.state,
      });
    }
    if (research.revision !== input.revision) throw new CodedError('RESEARCH.STALE', { revision: research.revision });
    // A date that stands is not refused for having come near.
    await this.checkPlan(ctx, research.township, subject, input, research.reportDueAt);
    const { title, methods, leadId, dueAt: reportDueAt } = input;
    const revision = research.revision + 1;
    Object.assign(research, { title, methods, leadId, reportDueAt, revision });
    await this.todos.clear(ctx, 'research', id);
    const dueAt = await this.moves.begin(ctx, research);
    await ctx.db.update(ResearchEntity, { id }, { title, methods, leadId, reportDueAt, revision, dueAt });
    const capacity = PLANNERS.find((role) => held.has(role)) ?? 'system';
    const topicIds = await this.subjects.topicIdsOf(ctx.db, research);
    const note = { kind: 'research', capacity, isPublic: false, topicIds } as const;
    await this.events.note(ctx, research, { ...note, action: 'edit' });
    const { added, removed } = await this.group.set(ctx, id, leadId, input.memberIds);
    for (const personId of added)
      await this.events.note(ctx, research, { ...note, action: 'invite', data: { personId } });
    for (const personId of removed) {
      await this.events.note(ctx, research, { ...note, action: 'uninvite', data: { personId } });
    }
    return { id, state: research.state, revision };
  }

  /** Holds what it is on, so that its number of researches stands still. @returns the township @throws ITEM.NOT_FOUND */
  private async lockSubject(ctx: RequestContext, topicId: string | null, sessionId: string | null): Promise<string> {
    if (topicId !== null) {
      await lockRow(ctx.db, 'topics', topicId);
      return (await this.topics.get(ctx, topicId)).topic.township;
    }
    return (await this.sessions.lock(ctx, sessionId ?? '')).session.township;
  }

  private checkSubject({ kind, state, title }: Subject): void {
    if (!mayBeResearched(kind, state)) {
      throw new CodedError('RESEARCH.SUBJECT_OVER', { title, state: stateLabel(kind, state), stateCode: state });
    }
  }

  /**
   * @throws RESEARCH.PAST_DUE_DATE, RESEARCH.TOO_FAR_AHEAD, RESEARCH.DUE_TOO_LATE, REQUEST.INVALID naming an unknown
   *   person, CONTENT.BLOCKED_WORD
   */
  private async checkPlan(
    ctx: RequestContext,
    township: string,
    subject: Subject | null,
    { title, leadId, memberIds, dueAt }: ResearchPlanDto,
    standing?: number,
  ): Promise<void> {
    await this.words.refuse(ctx, township, [title]);
    await this.people.check(ctx, township, { leadId: [leadId], ...(memberIds.length > 0 && { memberIds }) });
    if (dueAt === standing) return;
    const { researchDays: days } = (await this.settings.of(ctx.db, township)).thresholds;
    const startsAt = subject?.startsAt ?? null;
    const problem = dueProblem({ dueAt, now: ctx.now, startsAt, days });
    if (problem === null) return;
    const until = startsAt === null ? '' : chinaDate(latestReport({ startsAt, now: ctx.now, days }));
    throw new CodedError(problem, {
      days: problem === 'RESEARCH.TOO_FAR_AHEAD' ? RESEARCH_LIMITS.horizonDays : days,
      until,
    });
  }
}
