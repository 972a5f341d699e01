import { holds, type MoveResult, missingInReport, SESSION_EDIT_STATES, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { EventLog } from '../moves/event-log.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import type { ResearchEntity } from './research.entity.js';
import { ResearchAccess } from './research-access.js';
import { ResearchMoves } from './research-moves.js';
import { ResearchSubjects } from './research-subjects.repository.js';

const CARRIERS = ['convener', 'initiator'] as const;

/** The course of a research, from its start to what it brings to the table. */
@Injectable()
export class ResearchCourse {
  constructor(
    private readonly access: ResearchAccess,
    private readonly moves: ResearchMoves,
    private readonly subjects: ResearchSubjects,
    private readonly sessions: SessionAccess,
    private readonly events: EventLog,
  ) {}

  /** @throws ITEM.NOT_FOUND and what Mover.move throws */
  async start(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    return this.moves.move(ctx, research, 'start', held);
  }

  /** @throws RESEARCH.INCOMPLETE and what start throws */
  async report(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    const { situation, data, demands, policy, summary, questions } = research;
    const missing = missingInReport({ findings: { situation, data, demands, policy }, summary, questions });
    if (research.state === 'open' && holds('research.report', held) && missing.length > 0) {
      throw new CodedError('RESEARCH.INCOMPLETE', { missing: missing.join('、') });
    }
    return this.moves.move(ctx, research, 'report', held);
  }

  async sendBack(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    return this.moves.move(ctx, research, 'send_back', held, { reason });
  }

  async finish(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    return this.moves.move(ctx, research, 'finish', held, { patch: { finishedAt: ctx.now } });
  }

  async reopen(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    return this.moves.move(ctx, research, 'reopen', held, { reason, patch: { finishedAt: null } });
  }

  async withdraw(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    return this.moves.move(ctx, research, 'withdraw', held, { reason });
  }

  /**
   * Its questions become those of a session that is still being prepared.
   * @throws AUTH.FORBIDDEN, RESEARCH.NO_QUESTIONS, RESEARCH.NOT_ITS_SESSION, SESSION.NOT_EDITABLE
   */
  async carry(ctx: RequestContext, id: string, sessionId: string): Promise<MoveResult> {
    const { research, held } = await this.access.lock(ctx, id);
    if (!CARRIERS.some((capacity) => held.has(capacity))) throw new CodedError('AUTH.FORBIDDEN');
    if (research.questions.length === 0) throw new CodedError('RESEARCH.NO_QUESTIONS');
    const view = await this.sessions.lock(ctx, sessionId);
    if (!holds('session.edit', view.held)) throw new CodedError('AUTH.FORBIDDEN');
    const { session } = view;
    await this.checkFits(ctx, research, session);
    const revision = session.revision + 1;
    await ctx.db.update(SessionEntity, { id: sessionId }, { questions: research.questions, revision });
    const topicIds = await this.subjects.topicIdsOf(ctx.db, { topicId: null, sessionId });
    const capacity = CARRIERS.find((one) => view.held.has(one)) ?? 'system';
    const data = { changed: ['questions'], revision, researchId: id };
    await this.events.note(ctx, session, {
      kind: 'session',
      action: 'edit',
      capacity,
      isPublic: false,
      data,
      topicIds,
    });
    await this.events.note(ctx, research, {
      kind: 'research',
      action: 'carry',
      capacity,
      isPublic: false,
      data: { sessionId },
      topicIds: [],
    });
    return { id, state: research.state };
  }

  private async checkFits(ctx: RequestContext, research: ResearchEntity, session: SessionEntity): Promise<void> {
    const own = await this.subjects.topicIdsOf(ctx.db, { topicId: null, sessionId: session.id });
    const isItsOwn = research.sessionId === session.id || (research.topicId !== null && own.includes(research.topicId));
    if (!isItsOwn) throw new CodedError('RESEARCH.NOT_ITS_SESSION');
    if (!SESSION_EDIT_STATES.includes(session.state)) {
      throw new CodedError('SESSION.NOT_EDITABLE', {
        state: stateLabel('session', session.state),
        stateCode: session.state,
      });
    }
  }
}
