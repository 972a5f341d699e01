import {
  type Capacity,
  capacitiesFor,
  isRoundPublic,
  isShown,
  type Relation,
  type RoundDetail,
  type SessionFormat,
  TOPIC_READERS,
  takesPart,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import type { ParticipantEntity } from '../sessions/session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { TopicAccess } from '../topics/topic-access.js';
import { OpinionRoundEntity } from './opinion.entity.js';

/** What a round is about, as the person asking may see it. */
export interface SubjectInView {
  readonly subject: RoundDetail['subject'];
  readonly county: string;
  readonly township: string;
  readonly state: string;
  /** Of a session alone. */
  readonly format: SessionFormat | null;
  readonly held: ReadonlySet<Capacity>;
  /** Their own entry on the session's list. */
  readonly listed: ParticipantEntity | null;
}

/** A round together with what the person asking is to it. */
export interface RoundInView {
  readonly round: OpinionRoundEntity;
  readonly about: SubjectInView;
  readonly held: ReadonlySet<Capacity>;
  /** Started it or watches over it for the township. */
  readonly handles: boolean;
}

/** The only way to one round: unknown and not for this person are the same answer. */
@Injectable()
export class RoundAccess {
  constructor(
    private readonly topics: TopicAccess,
    private readonly sessions: SessionAccess,
  ) {}

  /** @throws ITEM.NOT_FOUND, also where its subject is not for this person */
  async get(ctx: RequestContext, id: string): Promise<RoundInView> {
    const round = await ctx.db.findOneBy(OpinionRoundEntity, { id });
    if (round === null) throw notFound();
    const about = await this.subjectOf(ctx, round);
    const relations: Relation[] = [];
    if (ctx.actor?.id === round.initiatorId) relations.push('initiator');
    if (about.listed !== null && takesPart(about.listed)) relations.push('participant');
    const held = capacitiesFor(ctx.actor?.grants ?? [], round.township, relations);
    const handles = TOPIC_READERS.some((role) => held.has(role)) || held.has('initiator');
    if (!handles && !(isRoundPublic(round) && isShown(round.content))) throw notFound();
    return { round, about, held, handles };
  }

  /** The same, holding the round until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<RoundInView> {
    await lockRow(ctx.db, 'opinion_rounds', id);
    return this.get(ctx, id);
  }

  /** The one topic or session that a round is about. @throws ITEM.NOT_FOUND */
  async subjectOf(
    ctx: RequestContext,
    { topicId, sessionId }: { topicId?: string | null; sessionId?: string | null },
  ): Promise<SubjectInView> {
    if (sessionId) {
      const { session, held, mine } = await this.sessions.get(ctx, sessionId);
      const { id, title, county, township, state, format } = session;
      return { subject: { kind: 'session', id, title }, county, township, state, format, held, listed: mine };
    }
    if (!topicId) throw notFound();
    const { topic, held } = await this.topics.get(ctx, topicId);
    const { id, title, county, township, state } = topic;
    return { subject: { kind: 'topic', id, title }, county, township, state, format: null, held, listed: null };
  }
}
