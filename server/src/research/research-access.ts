import { type Capacity, capacitiesFor, isResearchPublic, isShown, type Relation, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { SessionAccess } from '../sessions/session-access.js';
import { ResearchEntity, ResearchMemberEntity } from './research.entity.js';
import { ResearchSubjects, type Subject } from './research-subjects.repository.js';

/** A research together with what the person asking is to it. */
export interface ResearchInView {
  readonly research: ResearchEntity;
  readonly subject: Subject | null;
  readonly held: ReadonlySet<Capacity>;
  /** Watches over it for the township: sees who did what. */
  readonly handles: boolean;
  /** Handles it or works on it: sees its visits and its whole report. */
  readonly inside: boolean;
}

/** The only way to one research: unknown and not for this person are the same answer. */
@Injectable()
export class ResearchAccess {
  constructor(
    private readonly subjects: ResearchSubjects,
    private readonly sessions: SessionAccess,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<ResearchInView> {
    const view = await this.known(ctx, id);
    if (view === null || !(view.inside || (await this.isForThem(ctx, view)))) throw notFound();
    return view;
  }

  /** Whatever this viewer may see of it; null: there is none. */
  async known(ctx: RequestContext, id: string): Promise<ResearchInView | null> {
    const research = await ctx.db.findOneBy(ResearchEntity, { id });
    if (research === null) return null;
    const subject = await this.subjects.find(ctx.db, research);
    const relations: Relation[] = [];
    if (ctx.actor !== null) {
      const isMember = await ctx.db.existsBy(ResearchMemberEntity, { researchId: id, personId: ctx.actor.id });
      if (isMember) relations.push('researcher');
      if (subject?.initiatorId === ctx.actor.id) relations.push('initiator');
    }
    const held = capacitiesFor(ctx.actor?.grants ?? [], research.township, relations);
    const handles = TOPIC_READERS.some((role) => held.has(role));
    return { research, subject, held, handles, inside: handles || relations.length > 0 };
  }

  /** The same as `get`, holding the research until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<ResearchInView> {
    await lockRow(ctx.db, 'research', id);
    return this.get(ctx, id);
  }

  /** What came of it is for everyone, or, of a sensitive session, for those who belong to that. */
  private async isForThem(ctx: RequestContext, { research, subject }: ResearchInView): Promise<boolean> {
    if (subject === null || !isResearchPublic(research) || !isShown(research.content)) return false;
    return subject.isPublic || (subject.kind === 'session' && (await this.sessions.belongs(ctx, subject.id)));
  }
}
