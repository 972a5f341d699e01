import type { MessageCount, MessageView, Page, SubscriptionCount, SubscriptionReport } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { IdentityEntity } from '../people/person.entity.js';
import { MessageEntity } from './message.entity.js';
import { MessageTemplates } from './message-templates.js';
import { WECHAT_PROVIDER } from './message-writer.js';
import { SubscriptionLedger } from './subscription-ledger.js';

/** What a person was told, and what they want to be told through WeChat. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly templates: MessageTemplates,
    private readonly ledger: SubscriptionLedger,
  ) {}

  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<MessageView>> {
    const query = ctx.db
      .createQueryBuilder(MessageEntity, 'm')
      .where('m.person_id = :me', { me: actorOf(ctx).id })
      .orderBy('m.id', 'DESC')
      .limit(limit + 1);
    if (after !== undefined) query.andWhere('m.id < :after', { after });
    const page = toPage(await query.getMany(), limit, (row) => row.id);
    return { items: page.items.map(messageView), nextAfter: page.nextAfter };
  }

  async count(ctx: RequestContext): Promise<MessageCount> {
    return { unread: await ctx.db.countBy(MessageEntity, { personId: actorOf(ctx).id, readAt: IsNull() }) };
  }

  /** Reading twice changes nothing. @throws ITEM.NOT_FOUND, also for somebody else's */
  async read(ctx: RequestContext, id: string): Promise<MessageCount> {
    const message = await ctx.db.findOneBy(MessageEntity, { id, personId: actorOf(ctx).id });
    if (message === null) throw notFound();
    await ctx.db.update(MessageEntity, { id, readAt: IsNull() }, { readAt: ctx.now });
    return this.count(ctx);
  }

  async readAll(ctx: RequestContext): Promise<MessageCount> {
    await ctx.db.update(MessageEntity, { personId: actorOf(ctx).id, readAt: IsNull() }, { readAt: ctx.now });
    return { unread: 0 };
  }

  /** Counts what the person answered when the app asked; nothing where they have not signed in through WeChat. */
  async report(ctx: RequestContext, { results }: SubscriptionReport): Promise<SubscriptionCount> {
    const identity = await ctx.db.findOneBy(IdentityEntity, { provider: WECHAT_PROVIDER, personId: actorOf(ctx).id });
    if (identity === null) return { counted: 0 };
    const known = results.filter(({ templateId }) => this.templates.isKnown(templateId));
    for (const { templateId, result } of known) {
      const key = { openid: identity.subject, templateId };
      if (result === 'accept') await this.ledger.accept(ctx.db, key, 'client', ctx.now);
      // A template that is filtered out was not asked for at all.
      else if (result !== 'filter') await this.ledger.empty(ctx.db, key, ctx.now);
    }
    return { counted: known.length };
  }
}

/** A message as its reader sees it. */
function messageView({ id, title, body, kind, itemId, createdAt, readAt }: MessageEntity): MessageView {
  return { id, title, body, item: kind && itemId ? { kind, id: itemId } : null, createdAt, readAt };
}
