import { type ContentState, type Grant, isShown, regionAt } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { Sessions } from '../identity/sessions.service.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { ContentChecks } from '../moderation/content-checks.service.js';
import { type ContentOwner, ContentOwners, type ContentPlace } from '../moderation/content-owners.js';
import { GrantEntity, PersonEntity } from '../people/person.entity.js';

/** What people are called and look like (昵称、头像): others see the name before until the new one has passed. */
@Injectable()
export class Profiles implements ContentOwner, OnModuleInit {
  constructor(
    private readonly checks: ContentChecks,
    private readonly owners: ContentOwners,
    private readonly words: BlockedWords,
    private readonly photos: AttachmentBinder,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.owners.register('nickname', this);
  }

  /** @throws CONTENT.BLOCKED_WORD */
  async rename(ctx: RequestContext, name: string): Promise<void> {
    const person = await this.me(ctx);
    const proposedName = name === person.name ? null : name;
    await this.words.refuse(ctx, (await placeOf(ctx.db, person)) ?? '', [name]);
    await ctx.db.update(PersonEntity, { id: person.id }, { proposedName });
    if (proposedName === null) await this.checks.supersede(ctx, 'nickname', person.id);
    else await this.ask(ctx);
  }

  /** @throws ATTACHMENT.NOT_FOUND */
  async setAvatar(ctx: RequestContext, avatar: string | null): Promise<void> {
    const { id } = actorOf(ctx);
    for (const { id: old } of await ctx.db.findBy(AttachmentEntity, { ownerKind: 'person', ownerId: id })) {
      if (old !== avatar) await this.checks.supersede(ctx, 'photo', old);
    }
    await this.photos.bind(ctx, 'person', id, avatar === null ? [] : [avatar]);
    await this.ask(ctx);
  }

  /** Asks for the checks that are due. Who lives nowhere yet is asked for once they do: somebody there has to look. */
  async ask(ctx: RequestContext): Promise<void> {
    const person = await this.me(ctx);
    const township = await placeOf(ctx.db, person);
    const county = regionAt(township ?? '', 'county');
    if (township === null || county === undefined) {
      // Above every county nobody is left to look.
      if (actorOf(ctx).grants.length > 0) await this.show(ctx.db, person.id, 'passed');
      return;
    }
    const about = { county, township, authorId: person.id, text: '', page: null };
    if (person.proposedName !== null) {
      await this.checks.ask(ctx, { ...about, kind: 'nickname', ownerId: person.id, title: person.proposedName });
    }
    for (const photo of await ctx.db.findBy(AttachmentEntity, { ownerKind: 'person', ownerId: person.id })) {
      if (!isShown(photo.content))
        await this.checks.ask(ctx, { ...about, kind: 'photo', ownerId: photo.id, title: '头像' });
    }
  }

  async show(db: EntityManager, id: string, state: ContentState): Promise<void> {
    if (!isShown(state)) return;
    await db.query(
      'UPDATE people SET name = proposed_name, proposed_name = NULL WHERE id = ? AND proposed_name IS NOT NULL',
      [id],
    );
    this.sessions.forget(id);
  }

  async place(db: EntityManager, id: string): Promise<ContentPlace | null> {
    const person = await db.findOneBy(PersonEntity, { id });
    const township = person && (await placeOf(db, person));
    const county = regionAt(township ?? '', 'county');
    if (!person || !township || county === undefined) return null;
    return { county, township, title: person.name, authorId: id, item: null, isPublic: true };
  }

  private me(ctx: RequestContext): Promise<PersonEntity> {
    return ctx.db.findOneByOrFail(PersonEntity, { id: actorOf(ctx).id });
  }
}

/** Whose conveners or county office look at it: where one lives, otherwise where one has a role. */
async function placeOf(db: EntityManager, { id, homeTownship }: PersonEntity): Promise<string | null> {
  if (homeTownship !== null) return homeTownship;
  const grants: Grant[] = await db.find(GrantEntity, { where: { personId: id }, order: { id: 'ASC' } });
  return grants.find(({ region }) => regionAt(region, 'county') !== undefined)?.region ?? null;
}
