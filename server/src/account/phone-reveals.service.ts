import {
  capacityLabel,
  GONE_NAME,
  maskName,
  type Page,
  type PhoneReveal,
  type PhoneRevealView,
  rolesIn,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { ON_BEHALF_PHONE_FIELD } from '../database/sealed-fields.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PhoneRevealEntity } from '../people/personal.entity.js';
import { Phones } from '../people/phones.service.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { TopicEntity } from '../topics/topic.entity.js';
import type { PhoneRevealsQueryDto } from './account.dto.js';
import { PhoneRevealAccess } from './phone-reveal-access.js';

/** Looking at a phone number leaves a record that its owner can read (谁看过我的电话). */
@Injectable()
export class PhoneReveals {
  constructor(
    private readonly access: PhoneRevealAccess,
    private readonly phones: Phones,
    private readonly people: PeopleRepository,
    private readonly departments: DepartmentsRepository,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws ITEM.NOT_FOUND for somebody whom the viewer does not work for, PHONE.NONE */
  async reveal(ctx: RequestContext, personId: string, reason: string): Promise<PhoneReveal> {
    const viewer = actorOf(ctx);
    const right = await this.access.rightOf(ctx.db, viewer, personId);
    if (right === null) throw notFound();
    const phone = await this.phones.of(ctx.db, personId);
    if (phone === null) throw new CodedError('PHONE.NONE');
    const seen = { id: newId(ctx.now), personId, topicId: null, viewerId: viewer.id, ...right, reason, at: ctx.now };
    await ctx.db.insert(PhoneRevealEntity, seen);
    return { phone };
  }

  /** The number of whom a topic was recorded for (代录). @throws ITEM.NOT_FOUND for any but the township's convener, PHONE.NONE */
  async revealRecorded(ctx: RequestContext, topicId: string, reason: string): Promise<PhoneReveal> {
    const viewer = actorOf(ctx);
    const topic = await ctx.db.findOneBy(TopicEntity, { id: topicId });
    if (topic === null || topic.onBehalfOf === null || !rolesIn(viewer.grants, topic.township).has('convener')) {
      throw notFound();
    }
    if (topic.onBehalfPhone === null) throw new CodedError('PHONE.NONE');
    await ctx.db.insert(PhoneRevealEntity, {
      id: newId(ctx.now),
      personId: null,
      topicId,
      viewerId: viewer.id,
      capacity: 'convener',
      departmentId: null,
      county: topic.county,
      reason,
      at: ctx.now,
    });
    return { phone: this.cipher.open(topic.onBehalfPhone, placeIn(ON_BEHALF_PHONE_FIELD, topicId)) };
  }

  /** Who looked at my number, the latest first. */
  ofMine(ctx: RequestContext, query: PageQueryDto): Promise<Page<PhoneRevealView>> {
    return this.page(ctx, { personId: actorOf(ctx).id }, query);
  }

  /** All of a county, for those who oversee it. @throws REGION.OUTSIDE */
  async ofCounty(ctx: RequestContext, { region, ...query }: PhoneRevealsQueryDto): Promise<Page<PhoneRevealView>> {
    const roles = rolesIn(actorOf(ctx).grants, region);
    if (!roles.has('county_office') && !roles.has('admin')) throw new CodedError('REGION.OUTSIDE');
    return this.page(ctx, { county: region }, query);
  }

  private async page(
    ctx: RequestContext,
    which: { personId: string } | { county: string },
    { after, limit }: PageQueryDto,
  ): Promise<Page<PhoneRevealView>> {
    const rows = await ctx.db.find(PhoneRevealEntity, {
      where: { ...which, ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const nameOf = await this.people.names(
      ctx.db,
      rows.flatMap(({ personId, viewerId }) => [personId ?? [], viewerId].flat()),
    );
    const departmentOf = await this.departments.names(
      ctx.db,
      rows.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId])),
    );
    const recordedFor = await recordedNames(ctx, rows);
    const views = rows.map(({ id, personId, topicId, viewerId, capacity, departmentId, reason, at }) => ({
      id,
      personId,
      personName: maskName(personId === null ? recordedFor(topicId) : nameOf(personId)),
      viewerName: nameOf(viewerId),
      capacityLabel: capacityLabel(capacity),
      departmentName: departmentId && departmentOf(departmentId),
      reason,
      at,
    }));
    return toPage(views, limit, ({ id }) => id);
  }
}

/** Topic → whom it was recorded for. */
async function recordedNames(ctx: RequestContext, rows: readonly PhoneRevealEntity[]) {
  const ids = rows.flatMap(({ topicId }) => topicId ?? []);
  const topics = ids.length === 0 ? [] : await ctx.db.findBy(TopicEntity, { id: In(ids) });
  const names = new Map(topics.map(({ id, onBehalfOf }) => [id, onBehalfOf]));
  return (topicId: string | null) => names.get(topicId ?? '') ?? GONE_NAME;
}
