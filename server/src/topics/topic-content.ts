import { type Capacity, type ContentView, contentMachine, isTopicPublic, truncate } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import type { RequestContext } from '../common/context/request-context.js';
import { followTopic } from '../figures/figure-log.js';
import { ContentChecks, contentView, type NewContent } from '../moderation/content-checks.service.js';
import { type ContentOwner, ContentOwners, type ContentPlace } from '../moderation/content-owners.js';
import { searchChanged } from '../search/search-changes.js';
import { relistTasksAbout } from '../tasks/task-listing.js';
import { TopicEntity } from './topic.entity.js';
import { TopicAccess } from './topic-access.js';

const TITLE_MAX = 80;

/** What of a topic is checked before others see it: its text as a whole, and each of its photos. */
@Injectable()
export class TopicContent implements ContentOwner, OnModuleInit {
  constructor(
    private readonly checks: ContentChecks,
    private readonly owners: ContentOwners,
    private readonly access: TopicAccess,
  ) {}

  onModuleInit(): void {
    this.owners.register('topic', this);
  }

  /** Asks for the checks of what is not checked yet. */
  async ask(ctx: RequestContext, topic: TopicEntity): Promise<void> {
    await this.checks.ask(ctx, { ...contentOf(topic), kind: 'topic' });
    for (const photo of await this.photos(ctx.db, topic.id)) {
      if (photo.content === contentMachine.initial) {
        await this.checks.ask(ctx, { ...photoOf(topic, photo), kind: 'photo' });
      }
    }
  }

  /** Its raiser changed it. What was sent in already is checked anew at once, a draft when it is sent in. */
  async changed(ctx: RequestContext, topic: TopicEntity): Promise<void> {
    if (topic.state === 'submitted') await this.ask(ctx, topic);
    else await this.checks.changed(ctx, contentOf(topic));
  }

  /** Nobody has to look any more at what will never be shown. */
  async dropped(ctx: RequestContext, topic: TopicEntity): Promise<void> {
    if (topic.acceptedAt !== null) return;
    await this.checks.supersede(ctx, 'topic', topic.id);
    for (const photo of await this.photos(ctx.db, topic.id)) await this.checks.supersede(ctx, 'photo', photo.id);
  }

  /** Somebody read it in their office. A photo that was refused stays hidden. @throws CONTENT.REFUSED */
  async passBy(ctx: RequestContext, topic: TopicEntity, capacity: Capacity): Promise<void> {
    await this.checks.passBy(ctx, contentOf(topic), capacity);
    for (const photo of await this.photos(ctx.db, topic.id)) {
      await this.checks.passBy(ctx, photoOf(topic, photo), capacity, { skipRefused: true });
    }
  }

  async view(ctx: RequestContext, topic: TopicEntity, held: ReadonlySet<Capacity>): Promise<ContentView> {
    const check = await this.checks.current(ctx.db, 'topic', topic.id);
    if (check !== null) return contentView(check, held);
    return { checkId: null, state: topic.content, finding: null, cause: null, reason: null, actions: [] };
  }

  async show(db: EntityManager, id: string, content: TopicEntity['content']): Promise<void> {
    await followTopic(db, id, async (topic) => {
      if (topic === null) return;
      await db.update(TopicEntity, { id }, { content, isPublic: isTopicPublic({ ...topic, content }) });
      await relistTasksAbout(db, id);
      await searchChanged(db, 'topic', id);
    });
  }

  async place(db: EntityManager, id: string): Promise<ContentPlace | null> {
    const topic = await db.findOneBy(TopicEntity, { id });
    if (topic === null) return null;
    const { county, township, title, isPublic, raiserId: authorId } = topic;
    return { county, township, title, authorId, isPublic, item: { kind: 'topic', row: topic, topicIds: [id] } };
  }

  see(ctx: RequestContext, id: string): Promise<unknown> {
    return this.access.get(ctx, id);
  }

  private photos(db: EntityManager, topicId: string): Promise<AttachmentEntity[]> {
    return db.find(AttachmentEntity, { where: { ownerKind: 'topic', ownerId: topicId }, order: { position: 'ASC' } });
  }
}

function contentOf(topic: TopicEntity): NewContent {
  const { id, county, township, raiserId, title, place, description, suggestion, tried, affected } = topic;
  const parts = [
    description,
    place && `地点：${place}`,
    affected && `涉及人群：${affected}`,
    tried && `已尝试的途径：${tried}`,
    suggestion && `建议：${suggestion}`,
  ];
  return {
    kind: 'topic',
    ownerId: id,
    county,
    township,
    authorId: raiserId,
    title: truncate(title, TITLE_MAX),
    text: parts.filter(Boolean).join('\n'),
    page: { kind: 'topic', id },
  };
}

function photoOf(topic: TopicEntity, photo: AttachmentEntity): NewContent {
  return { ...contentOf(topic), kind: 'photo', ownerId: photo.id, authorId: photo.uploaderId, text: '' };
}
