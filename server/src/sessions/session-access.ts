import {
  type Capacity,
  capacitiesFor,
  isSessionPublic,
  isShown,
  type Relation,
  TOPIC_READERS,
  takesPart,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { ParticipantEntity, SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { Stakeholders } from './stakeholders.js';

/** A session together with what the person asking is to it. */
export interface SessionInView {
  readonly session: SessionEntity;
  readonly held: ReadonlySet<Capacity>;
  /** Their own entry on the list, whether seated, waiting or given back. */
  readonly mine: ParticipantEntity | null;
  /** Runs it or watches over it for the township: sees who did what. */
  readonly handles: boolean;
  /** Handles it or has a part in it: sees what takes place inside. */
  readonly inside: boolean;
}

/** The only way to one session: unknown and not for this person are the same answer. */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly stakeholders: Stakeholders,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<SessionInView> {
    const session = await ctx.db.findOneBy(SessionEntity, { id });
    if (session === null) throw notFound();
    const view = sessionInView(ctx, session, await this.entryOf(ctx, id));
    if (!(await this.isPublic(ctx, session)) && !(await this.isOneOf(ctx, view))) throw notFound();
    return view;
  }

  /**
   * Whether the person asking belongs to a session: what came of it (minutes once they are out, outcome, promises)
   * is theirs to see, also where all its topics are sensitive.
   */
  async belongs(ctx: RequestContext, id: string): Promise<boolean> {
    if (ctx.actor === null) return false;
    const session = await ctx.db.findOneByOrFail(SessionEntity, { id });
    return this.isOneOf(ctx, sessionInView(ctx, session, await this.entryOf(ctx, id)));
  }

  /** The same, holding the session until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<SessionInView> {
    await lockRow(ctx.db, 'sessions', id);
    return this.get(ctx, id);
  }

  /**
   * The one rule of who belongs to a session: those who handle it, those it names or has on its list, and, once it
   * is announced, those who stand behind its topics: raisers and co-signers, also of what was merged into them.
   */
  private async isOneOf(ctx: RequestContext, { session, mine, inside }: SessionInView): Promise<boolean> {
    if (inside || (mine !== null && mine.seating !== 'cancelled')) return true;
    return session.announcedAt !== null && (await this.stakeholders.relations(ctx, session.id)).length > 0;
  }

  /** Of a session whose topics are all sensitive nobody outside learns. */
  private async isPublic(ctx: RequestContext, session: SessionEntity): Promise<boolean> {
    if (!isSessionPublic(session) || !isShown(session.content)) return false;
    return (await this.sessions.topicsOf(ctx.db, session.id)).some((topic) => Boolean(topic.is_public));
  }

  private async entryOf(ctx: RequestContext, sessionId: string): Promise<ParticipantEntity | null> {
    return ctx.actor === null ? null : ctx.db.findOneBy(ParticipantEntity, { sessionId, personId: ctx.actor.id });
  }
}

function sessionInView(ctx: RequestContext, session: SessionEntity, mine: ParticipantEntity | null): SessionInView {
  const me = ctx.actor?.id;
  const relations: Relation[] = [];
  if (me === session.initiatorId) relations.push('initiator');
  if (me === session.chairId) relations.push('chair');
  if (me === session.recorderId) relations.push('recorder');
  if (me !== undefined && session.signatoryIds.includes(me)) relations.push('signatory');
  if (mine !== null && takesPart(mine)) relations.push('participant');
  const held = capacitiesFor(ctx.actor?.grants ?? [], session.township, relations);
  const handles = TOPIC_READERS.some((role) => held.has(role)) || held.has('initiator') || held.has('recorder');
  const inside = handles || relations.length > 0;
  return { session, held, mine, handles, inside };
}
