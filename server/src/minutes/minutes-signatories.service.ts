import { holds, type MoveResult, SIGNATORIES_OPEN_STATES, stateLabel } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
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

/** 核签人: who is asked to sign. */
@Injectable()
export class MinutesSignatories {
  constructor(
    private readonly access: MinutesAccess,
    private readonly moves: MinutesMoves,
    private readonly minutes: MinutesRepository,
    private readonly people: SessionPeople,
    private readonly settings: Settings,
    private readonly todos: TodoList,
    private readonly events: EventLog,
  ) {}

  /** Puts circulated minutes before people to sign; their days begin when objections end, or now if that is past. */
  async ask(ctx: RequestContext, minutes: MinutesEntity, personIds: readonly string[]): Promise<void> {
    const { deadlines } = await this.settings.of(ctx.db, minutes.township);
    const opensAt = Math.max(minutes.objectionEndsAt ?? 0, ctx.now);
    for (const personId of personIds) {
      await this.todos.add(ctx, {
        kind: 'minutes',
        item: minutes,
        by: 'signatory',
        relatedId: personId,
        does: '核签会议纪要',
        title: minutes.sessionTitle,
        dueAt: deadlineAfter(opensAt, deadlines.countersigning),
      });
    }
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
    await this.ask(ctx, minutes, added);
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
