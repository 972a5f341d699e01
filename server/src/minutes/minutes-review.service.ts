import {
  type Created,
  holds,
  isDissentSaid,
  isMinutesComplete,
  isObjectionOpen,
  MINUTES_LIMITS,
  type MoveResult,
  stateLabel,
  todoOf,
  unfinishedPlaces,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { ContentChecks, type NewContent } from '../moderation/content-checks.service.js';
import { EventLog } from '../moves/event-log.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import type { MinutesObjectDto, ObjectionAnswerDto } from './minutes.dto.js';
import { type MinutesEntity, MinutesObjectionEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess, type MinutesInView } from './minutes-access.js';
import { MinutesMoves } from './minutes-moves.js';
import { MinutesSignatories } from './minutes-signatories.service.js';

/** Showing the draft to those who were there, and what they say to it. */
@Injectable()
export class MinutesReview {
  constructor(
    private readonly access: MinutesAccess,
    private readonly moves: MinutesMoves,
    private readonly sessions: SessionsRepository,
    private readonly settings: Settings,
    private readonly signatories: MinutesSignatories,
    private readonly events: EventLog,
    private readonly content: ContentChecks,
    private readonly words: BlockedWords,
    private readonly minutes: MinutesRepository,
    private readonly todos: TodoList,
  ) {}

  /**
   * Opens the objection period.
   * @throws MINUTES.EMPTY, MINUTES.DISSENT_UNSAID, MINUTES.UNFINISHED, MINUTES.PAST_DUE_DATE, and what Mover.move throws
   */
  async circulate(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { minutes } = view;
    const { deadlines } = await this.settings.of(ctx.db, minutes.township);
    const objectionEndsAt = deadlineAfter(ctx.now, deadlines.objection);
    // What was objected to an earlier draft may still have to be answered; else there is nothing to do until somebody objects.
    const open = await this.minutes.openObjections(ctx.db, id);
    const result = await this.moves.move(ctx, view, 'circulate', {
      ownOpensAt: open === 0 ? objectionEndsAt : undefined,
      patch: { objectionEndsAt, counts: await this.sessions.counts(ctx.db, minutes.sessionId) },
    });
    if (!isMinutesComplete(minutes)) throw new CodedError('MINUTES.EMPTY');
    if (!isDissentSaid(minutes)) throw new CodedError('MINUTES.DISSENT_UNSAID');
    const count = unfinishedPlaces(minutes);
    if (count > 0) throw new CodedError('MINUTES.UNFINISHED', { count });
    // A task is due at the end of its day, so today is not yet past.
    if (minutes.tasks.some((task) => task.dueAt < ctx.now)) throw new CodedError('MINUTES.PAST_DUE_DATE');
    await this.signatories.askLater(ctx, minutes);
    return result;
  }

  /** Back to the draft; whoever signed has to see the new text. @throws what Mover.move throws */
  async revise(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    return this.sendBack(ctx, await this.access.lock(ctx, id), reason);
  }

  /** @throws MINUTES.OBJECTION_CLOSED, MINUTES.TOO_MANY_OBJECTIONS, CONTENT.BLOCKED_WORD */
  async object(ctx: RequestContext, id: string, { text }: MinutesObjectDto): Promise<Created> {
    const { minutes, held } = await this.access.lock(ctx, id);
    if (!holds('minutes.object', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!isObjectionOpen(minutes, ctx.now)) throw new CodedError('MINUTES.OBJECTION_CLOSED');
    const personId = actorOf(ctx).id;
    const max = MINUTES_LIMITS.objectionsPerPerson;
    if ((await ctx.db.countBy(MinutesObjectionEntity, { minutesId: id, personId })) >= max) {
      throw new CodedError('MINUTES.TOO_MANY_OBJECTIONS', { max });
    }
    const objection = { id: newId(ctx.now), minutesId: id, personId, text, createdAt: ctx.now };
    await this.words.refuse(ctx, minutes.township, [text]);
    await ctx.db.insert(MinutesObjectionEntity, {
      ...objection,
      answer: null,
      upheld: null,
      answeredAt: null,
      content: 'pending',
    });
    await this.content.ask(ctx, contentOf(minutes, objection));
    await this.todos.open(ctx, 'minutes', id, todoOf('minutes', 'objection'), null);
    await this.note(ctx, minutes, 'object', 'participant');
    return { id: objection.id };
  }

  /** An objection that is upheld sends the minutes back. @throws MINUTES.NOT_EDITABLE, MINUTES.ALREADY_ANSWERED */
  async answer(
    ctx: RequestContext,
    id: string,
    objectionId: string,
    { answer, upheld }: ObjectionAnswerDto,
  ): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { minutes, held } = view;
    if (!holds('minutes.answer', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (minutes.state !== 'objection' && minutes.state !== 'draft') {
      const state = { state: stateLabel('minutes', minutes.state), stateCode: minutes.state };
      throw new CodedError('MINUTES.NOT_EDITABLE', state);
    }
    const objection = await ctx.db.findOneBy(MinutesObjectionEntity, { id: objectionId, minutesId: id });
    if (objection === null) throw notFound();
    if (objection.answeredAt !== null) throw new CodedError('MINUTES.ALREADY_ANSWERED');
    await this.words.refuse(ctx, minutes.township, [answer]);
    await ctx.db.update(MinutesObjectionEntity, { id: objectionId }, { answer, upheld, answeredAt: ctx.now });
    // Who answers it has read it.
    if (held.has('convener')) {
      await this.content.passBy(ctx, contentOf(minutes, objection), 'convener', { skipRefused: true });
    }
    await this.note(ctx, minutes, 'answer', held.has('recorder') ? 'recorder' : 'convener');
    if (upheld && minutes.state === 'objection') return this.sendBack(ctx, view, answer);
    if ((await this.minutes.openObjections(ctx.db, id)) === 0)
      await this.todos.open(ctx, 'minutes', id, todoOf('minutes', 'objection'), minutes.objectionEndsAt);
    // It may have been the last thing that signing waited for.
    await this.signatories.askIfOpen(ctx, minutes);
    return { id, state: minutes.state };
  }

  private async sendBack(ctx: RequestContext, view: MinutesInView, reason: string): Promise<MoveResult> {
    const result = await this.moves.move(ctx, view, 'revise', { reason, patch: { objectionEndsAt: null } });
    await ctx.db.delete(MinutesSignatureEntity, { minutesId: view.minutes.id });
    return result;
  }

  private async note(
    ctx: RequestContext,
    minutes: MinutesEntity,
    action: 'object' | 'answer',
    capacity: 'participant' | 'recorder' | 'convener',
  ): Promise<void> {
    const topicIds = await this.moves.topicIdsOf(ctx, minutes);
    await this.events.note(ctx, minutes, { kind: 'minutes', action, capacity, isPublic: false, topicIds });
  }
}

function contentOf(
  minutes: MinutesEntity,
  { id, personId, text }: Pick<MinutesObjectionEntity, 'id' | 'personId' | 'text'>,
): NewContent & { readonly kind: 'objection' } {
  const { county, township, sessionTitle } = minutes;
  const page = { kind: 'minutes' as const, id: minutes.id };
  return { kind: 'objection', ownerId: id, county, township, authorId: personId, title: sessionTitle, text, page };
}
