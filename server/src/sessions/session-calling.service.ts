import {
  type Created,
  noticeDaysFor,
  noticeDueAt,
  programmeRows,
  regionAt,
  rolesIn,
  type Saved,
  SESSION_EDIT_STATES,
  SESSION_LIMITS,
  scheduleProblem,
  sessionMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { Mover } from '../moves/mover.js';
import { Settings } from '../regions/settings.service.js';
import { Seats } from './seats.js';
import { SessionEntity } from './session.entity.js';
import { SessionAccess } from './session-access.js';
import { changedColumns, changing, columnsOf } from './session-changes.js';
import { whoSeesTo } from './session-moves.js';
import { SessionPeople } from './session-people.js';
import { SessionTopics } from './session-topics.js';
import { SessionTopicsRepository } from './session-topics.repository.js';
import type { SessionEditDto, SessionInputDto } from './sessions.dto.js';

/** Calling a session, and changing one that is not announced. */
@Injectable()
export class SessionCalling {
  constructor(
    private readonly access: SessionAccess,
    private readonly topics: SessionTopics,
    private readonly sessionTopics: SessionTopicsRepository,
    private readonly people: SessionPeople,
    private readonly seats: Seats,
    private readonly events: EventLog,
    private readonly mover: Mover,
    private readonly words: BlockedWords,
    private readonly settings: Settings,
  ) {}

  /** @throws REGION.OUTSIDE, SESSION.MEMBERS_ONLY_MICRO, and what checkInput throws */
  async call(ctx: RequestContext, input: SessionInputDto): Promise<Created> {
    const views = await this.topics.pick(ctx, input.topicIds);
    const township = views[0]?.topic.township ?? '';
    const capacity = this.callerIn(ctx, township, input);
    const id = newId(ctx.now);
    await this.checkInput(ctx, township, input);
    await this.topics.check(ctx, views, input.format, id);
    const session: SessionEntity = Object.assign(new SessionEntity(), {
      id,
      county: regionAt(township, 'county') ?? '',
      township,
      ...columnsOf(input),
      state: sessionMachine.initial,
      seated: 0,
      waiting: 0,
      revision: 0,
      initiatorId: actorOf(ctx).id,
      content: 'passed',
      announcedAt: null,
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies SessionEntity);
    session.dueAt = await this.mover.begin(ctx, {
      machine: sessionMachine,
      item: session,
      title: session.title,
      topicIds: input.topicIds,
      ...whoSeesTo(session),
      notLaterThan: await this.noticeDueAt(ctx, session),
    });
    await ctx.db.insert(SessionEntity, session);
    await this.sessionTopics.set(ctx.db, id, input.topicIds);
    await this.events.note(ctx, session, {
      kind: 'session',
      action: 'create',
      capacity,
      isPublic: false,
      topicIds: input.topicIds,
    });
    return { id };
  }

  /**
   * Changes what a session is, if it still is the one that was read.
   * @throws REGION.OUTSIDE, REQUEST.INVALID with fewer seats than are taken, and what changing and call throw
   */
  async edit(ctx: RequestContext, id: string, input: SessionEditDto): Promise<Saved> {
    const view = await this.access.lock(ctx, id);
    const { session } = view;
    const capacity = changing(view, SESSION_EDIT_STATES, input.revision);
    const views = await this.topics.pick(ctx, input.topicIds);
    if (views.some(({ topic }) => topic.township !== session.township)) throw new CodedError('REGION.OUTSIDE');
    this.callerIn(ctx, session.township, input);
    await this.checkInput(ctx, session.township, input);
    if (input.seats < session.seated) {
      throw new CodedError('REQUEST.INVALID', {
        fields: [{ field: 'seats', message: `已有 ${session.seated} 人占座，席位不能更少` }],
      });
    }
    await this.topics.check(ctx, views, input.format, id);
    const before = await this.sessionTopics.idsOf(ctx.db, id);
    const revision = session.revision + 1;
    const changed = changedFields(session, before, input);
    const edited = { ...session, ...columnsOf(input) };
    const dueAt = await this.mover.again(ctx, {
      machine: sessionMachine,
      item: edited,
      title: edited.title,
      topicIds: input.topicIds,
      ...whoSeesTo(edited),
      notLaterThan: await this.noticeDueAt(ctx, edited),
      since: session.movedAt,
    });
    await ctx.db.update(SessionEntity, { id }, { ...columnsOf(input), revision, dueAt });
    await this.sessionTopics.set(ctx.db, id, input.topicIds);
    await this.events.note(ctx, session, {
      kind: 'session',
      action: 'edit',
      capacity,
      isPublic: false,
      data: { changed, revision },
      topicIds: input.topicIds,
    });
    // Before the first notice the topics were not at the table, so there is nothing to let go.
    const left = session.state === 'postponed' ? before.filter((topicId) => !input.topicIds.includes(topicId)) : [];
    await this.topics.letGo(ctx, left);
    await this.seats.settle(ctx, session, input.seats);
    return { id, state: session.state, revision };
  }

  /** The notice is to be out some days before the session, however long its preparation might take. */
  private async noticeDueAt(ctx: RequestContext, { township, format, startsAt }: SessionEntity): Promise<number> {
    const { thresholds } = await this.settings.of(ctx.db, township);
    return noticeDueAt({ startsAt, days: noticeDaysFor(format, thresholds) });
  }

  /** Members settle small things themselves; everything else is called by the convener. */
  private callerIn(ctx: RequestContext, township: string, input: SessionInputDto): 'convener' | 'member' {
    const roles = rolesIn(actorOf(ctx).grants, township);
    if (roles.has('convener')) return 'convener';
    if (!roles.has('member')) throw new CodedError('REGION.OUTSIDE');
    if (input.format !== 'micro') throw new CodedError('SESSION.MEMBERS_ONLY_MICRO');
    return 'member';
  }

  /** @throws SESSION.PAST_DATE, SESSION.TOO_FAR_AHEAD, SESSION.BAD_TIME, REQUEST.INVALID naming an unknown person */
  private async checkInput(ctx: RequestContext, township: string, input: SessionInputDto): Promise<void> {
    const titles = programmeRows(input.programme).map(({ item }) => item.title);
    await this.words.refuse(ctx, township, [input.title, input.place, ...input.questions, ...titles]);
    const problem = scheduleProblem({ startsAt: input.startsAt, endsAt: input.endsAt, now: ctx.now });
    if (problem !== null) {
      throw new CodedError(problem, { days: SESSION_LIMITS.horizonDays, hours: SESSION_LIMITS.longestHours });
    }
    await this.people.check(ctx, township, {
      chairId: [input.chairId],
      recorderId: [input.recorderId],
      signatoryIds: input.signatoryIds,
    });
  }
}

/** The names of what an edit changes, for whoever asks later. */
function changedFields(session: SessionEntity, topicIds: readonly string[], input: SessionInputDto): string[] {
  const changed = changedColumns(session, columnsOf(input));
  const sameTopics = JSON.stringify([...topicIds].sort()) === JSON.stringify([...input.topicIds].sort());
  return sameTopics ? changed : ['topicIds', ...changed];
}
