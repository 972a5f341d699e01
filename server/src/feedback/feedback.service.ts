import {
  allowedActions,
  type Created,
  capacityFor,
  DAY_MS,
  FEEDBACK_LIMITS,
  type FeedbackAction,
  type FeedbackView,
  feedbackMachine,
  findTransition,
  type MoveResult,
  type Page,
  regionAt,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { PersonalRecords } from '../account/personal-records.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { hydrate } from '../database/hydrate.js';
import { lockRow } from '../database/lock-row.js';
import { FEEDBACK_CONTACT_FIELD } from '../database/sealed-fields.js';
import { ModerationLog } from '../moderation/moderation-log.js';
import { heldTowards, pageById, requireReviewer, reviews } from '../moderation/reviewer.js';
import { PeopleRepository } from '../people/people.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { regionFilter } from '../regions/region-filter.js';
import { Settings } from '../regions/settings.service.js';
import type { FeedbackInputDto, FeedbackQueryDto } from './feedback.dto.js';
import { FeedbackEntity } from './feedback.entity.js';

const contactPlace = (id: string) => placeIn(FEEDBACK_CONTACT_FIELD, id);

/** 投诉建议: anyone writes, whoever runs the platform answers in time, and the writer follows it. */
@Injectable()
export class Feedback implements OnModuleInit {
  constructor(
    private readonly personal: PersonalRecords,
    private readonly cipher: FieldCipher,
    private readonly log: ModerationLog,
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.personal.register({
      name: 'feedbackContacts',
      label: '投诉建议里留的联系方式',
      read: async (db, personId) => {
        const rows = await db.findBy(FeedbackEntity, { personId, contact: Not(IsNull()) });
        return rows.map(({ id, contact }) => ({ id, contact: this.cipher.open(contact ?? '', contactPlace(id)) }));
      },
      erase: async (db, { id }) => {
        await db.update(FeedbackEntity, { personId: id }, { contact: null });
      },
    });
  }

  /** @throws REGION.NOT_FOUND, FEEDBACK.TOO_MANY_TODAY */
  async give(ctx: RequestContext, { kind, township, text, contact }: FeedbackInputDto): Promise<Created> {
    await this.regions.get(township);
    const personId = actorOf(ctx).id;
    await lockRow(ctx.db, 'people', personId);
    const max = FEEDBACK_LIMITS.perDay;
    const today = await ctx.db.countBy(FeedbackEntity, { personId, createdAt: MoreThanOrEqual(ctx.now - DAY_MS) });
    if (today >= max) throw new CodedError('FEEDBACK.TOO_MANY_TODAY', { max });
    const { deadlines } = await this.settings.of(ctx.db, township);
    const id = newId(ctx.now);
    await ctx.db.insert(FeedbackEntity, {
      id,
      kind,
      state: feedbackMachine.initial,
      isOpen: true,
      county: regionAt(township, 'county') ?? '',
      township,
      personId,
      text,
      contact: contact === undefined ? null : this.cipher.seal(contact, contactPlace(id)),
      answer: null,
      dueAt: deadlineAfter(ctx.now, deadlines.feedback),
      createdAt: ctx.now,
      answeredAt: null,
    });
    return { id };
  }

  /** What the person asking wrote, newest first. */
  async mine(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<FeedbackView>> {
    const page = pageById('f', after, false);
    const rows = await ctx.db.query(
      `SELECT f.* FROM feedback f WHERE f.person_id = ? ${page.sql} ${page.order} LIMIT ?`,
      [actorOf(ctx).id, ...page.params, limit + 1],
    );
    return this.page(ctx, rows, limit, false);
  }

  /** What is still to be answered, oldest first, or what was answered, newest first. @throws REGION.OUTSIDE */
  async list(ctx: RequestContext, { region, open, after, limit }: FeedbackQueryDto): Promise<Page<FeedbackView>> {
    requireReviewer(ctx, region);
    const within = regionFilter('f', region);
    const page = pageById('f', after, open);
    const rows = await ctx.db.query(
      `SELECT f.* FROM feedback f WHERE ${within.sql} AND f.is_open = ? ${page.sql} ${page.order} LIMIT ?`,
      [within.param, open ? 1 : 0, ...page.params, limit + 1],
    );
    return this.page(ctx, rows, limit, true);
  }

  /** @throws ITEM.NOT_FOUND, MOVE.NOT_POSSIBLE, MOVE.CONFLICT */
  async move(ctx: RequestContext, id: string, action: FeedbackAction, answer?: string): Promise<MoveResult> {
    const feedback = await ctx.db.findOneBy(FeedbackEntity, { id });
    const held = feedback && heldTowards(ctx, feedback);
    if (!feedback || !held || !reviews(held)) throw notFound();
    const { state } = feedback;
    const transition = findTransition(feedbackMachine, state, action);
    const capacity = transition && capacityFor(transition, held);
    if (transition === undefined || transition.to === 'previous' || capacity === undefined) {
      const { label } = feedbackMachine.states[state];
      throw new CodedError('MOVE.NOT_POSSIBLE', { state: label, stateCode: state, action: '再处理' });
    }
    const { to } = transition;
    const answered = answer === undefined ? {} : { answer, answeredAt: ctx.now, isOpen: false };
    const { affected } = await ctx.db.update(FeedbackEntity, { id, state }, { state: to, ...answered });
    if (affected !== 1) throw new CodedError('MOVE.CONFLICT', { state: '', stateCode: null });
    await this.log.record(ctx, {
      subject: 'feedback',
      subjectId: id,
      action,
      from: state,
      to,
      capacity,
      reason: answer,
    });
    return { id, state: to };
  }

  private async page(
    ctx: RequestContext,
    rows: readonly Record<string, unknown>[],
    limit: number,
    inside: boolean,
  ): Promise<Page<FeedbackView>> {
    const { items, nextAfter } = toPage(rows, limit, (row) => String(row.id));
    const all = items.map((row) => hydrate(ctx.db, FeedbackEntity, row));
    const [region, name] = await Promise.all([
      this.regions.names(),
      this.people.names(
        ctx.db,
        all.map(({ personId }) => personId),
      ),
    ]);
    const views = all.map((feedback): FeedbackView => {
      const { id, kind, state, township, personId, text, contact, answer, createdAt, answeredAt, dueAt, isOpen } =
        feedback;
      return {
        id,
        kind,
        state,
        township,
        townshipName: region(township),
        text,
        answer,
        createdAt,
        dueAt: isOpen ? dueAt : null,
        answeredAt,
        personName: inside ? name(personId) : null,
        contact: inside && contact !== null ? this.cipher.open(contact, contactPlace(id)) : null,
        actions: inside ? allowedActions(feedbackMachine, state, heldTowards(ctx, feedback)) : [],
      };
    });
    return { items: views, nextAfter };
  }
}
