import { holds, type MoveResult, SIGNATORIES_OPEN_STATES, signingBlockedBy, stateLabel } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context/request-context.js';
import { systemContext } from '../common/context/system-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { EventLog } from '../moves/event-log.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { SessionPeople } from '../sessions/session-people.js';
import type { SignatoriesChangeDto } from './minutes.dto.js';
import { MinutesEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';
import { MinutesMoves } from './minutes-moves.js';

/** The kind of the job that asks for signatures once objections are over. */
const SIGNING_JOB = 'minutes.signing';

/** 核签人: who is asked to sign, and when: once they can. */
@Injectable()
export class MinutesSignatories implements OnModuleInit {
  constructor(
    private readonly access: MinutesAccess,
    private readonly moves: MinutesMoves,
    private readonly minutes: MinutesRepository,
    private readonly people: SessionPeople,
    private readonly settings: Settings,
    private readonly todos: TodoList,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(SIGNING_JOB, async ({ minutesId, endsAt }, { id: requestId }) => async (db) => {
      await lockRow(db, 'minutes', String(minutesId));
      const minutes = await db.findOneBy(MinutesEntity, { id: String(minutesId), objectionEndsAt: Number(endsAt) });
      const ctx = systemContext({ db, now: this.clock.now(), requestId });
      if (minutes !== null) await this.askIfOpen(ctx, minutes);
    });
  }

  /** Has those who sign be asked as soon as objections are over. */
  async askLater(ctx: RequestContext, { id: minutesId, objectionEndsAt: endsAt }: MinutesEntity): Promise<void> {
    if (endsAt === null) return;
    const dedupeKey = `${SIGNING_JOB}:${minutesId}:${endsAt}`;
    await this.jobs.add(ctx, { kind: SIGNING_JOB, payload: { minutesId, endsAt }, dedupeKey, runAt: endsAt });
  }

  /** Asks those who have not signed and were not asked yet, if they can sign now. */
  async askIfOpen(ctx: RequestContext, minutes: MinutesEntity): Promise<void> {
    if (!(await this.isOpen(ctx, minutes))) return;
    const { id, signatoryIds } = minutes;
    const signed = (await this.minutes.signatures(ctx.db, id)).map(({ personId }) => personId);
    const asked = await this.todos.assignedTo(ctx, 'minutes', id);
    const missing = signatoryIds.filter((personId) => !signed.includes(personId) && !asked.has(personId));
    if (missing.length === 0) return;
    if (asked.size === 0) await this.chase(ctx, minutes);
    await this.ask(ctx, minutes, missing);
    await this.events.note(ctx, minutes, {
      kind: 'minutes',
      action: 'open_signing',
      capacity: 'system',
      isPublic: false,
      topicIds: await this.moves.topicIdsOf(ctx, minutes),
    });
  }

  private async isOpen(ctx: RequestContext, { id, state, objectionEndsAt }: MinutesEntity): Promise<boolean> {
    if (state !== 'objection' || objectionEndsAt === null) return false;
    const openObjections = await this.minutes.openObjections(ctx.db, id);
    return signingBlockedBy({ now: ctx.now, objectionEndsAt, openObjections }) === null;
  }

  private async ask(ctx: RequestContext, minutes: MinutesEntity, personIds: readonly string[]): Promise<void> {
    const todo = await this.signing(ctx, minutes);
    for (const relatedId of personIds) {
      await this.todos.add(ctx, { ...todo, by: 'signatory', relatedId, does: '核签会议纪要' });
    }
  }

  /** Has the convener, who has no objection to answer any more, see to it that all sign. */
  private async chase(ctx: RequestContext, minutes: MinutesEntity): Promise<void> {
    await this.todos.clear(ctx, 'minutes', minutes.id);
    await this.todos.add(ctx, { ...(await this.signing(ctx, minutes)), by: 'convener', does: '催办核签' });
  }

  private async signing(ctx: RequestContext, item: MinutesEntity) {
    const { deadlines } = await this.settings.of(ctx.db, item.township);
    const dueAt = deadlineAfter(ctx.now, deadlines.countersigning);
    return { kind: 'minutes', item, title: item.sessionTitle, dueAt } as const;
  }

  /**
   * Names others to sign, as when somebody cannot; if all who remain have signed, the minutes are countersigned.
   * @throws MINUTES.NOT_EDITABLE, REQUEST.INVALID with somebody unknown
   */
  async replace(ctx: RequestContext, id: string, { signatoryIds, reason }: SignatoriesChangeDto): Promise<MoveResult> {
    const { minutes, session, held } = await this.access.lock(ctx, id);
    if (!holds('minutes.signatories', held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state, township } = minutes;
    if (!SIGNATORIES_OPEN_STATES.includes(state)) {
      throw new CodedError('MINUTES.NOT_EDITABLE', { state: stateLabel('minutes', state), stateCode: state });
    }
    const added = signatoryIds.filter((personId) => !minutes.signatoryIds.includes(personId));
    const removed = minutes.signatoryIds.filter((personId) => !signatoryIds.includes(personId));
    // Who stays may have left the township since; only who is new has to be of it.
    if (added.length > 0) await this.people.check(ctx, township, { signatoryIds: added });

    await ctx.db.update(MinutesEntity, { id }, { signatoryIds });
    // What a person is to the session, and with it to each version of its minutes, is read from its row.
    await ctx.db.update(SessionEntity, { id: session.id }, { signatoryIds });
    minutes.signatoryIds = signatoryIds;
    await this.events.note(ctx, minutes, {
      kind: 'minutes',
      action: 'signatories',
      capacity: 'convener',
      reason,
      isPublic: false,
      data: { added, removed },
      topicIds: await this.moves.topicIdsOf(ctx, minutes),
    });
    // Nobody is asked to sign a draft.
    if (state === 'draft') return { id, state };

    await ctx.db.delete(MinutesSignatureEntity, { minutesId: id, personId: In(removed) });
    for (const personId of removed) await this.todos.clear(ctx, 'minutes', id, personId);
    // Before signing is open nobody is asked; all who are named by then are.
    if (await this.isOpen(ctx, minutes)) await this.ask(ctx, minutes, added);
    return this.countersignIfDone(ctx, minutes);
  }

  /** A signature is only taken once objections are over and answered, so that signatures are all it takes. */
  private async countersignIfDone(ctx: RequestContext, minutes: MinutesEntity): Promise<MoveResult> {
    const { id, state, signatoryIds } = minutes;
    const signed = new Set((await this.minutes.signatures(ctx.db, id)).map((signature) => signature.personId));
    if (!signatoryIds.every((personId) => signed.has(personId))) return { id, state };
    return this.moves.move(ctx, { minutes, held: BY_SYSTEM }, 'countersign');
  }
}
