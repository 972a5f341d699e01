import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Completion } from '../jobs/job-handlers.js';
import { type PushEvent, PushEvents } from '../wechat/push-events.js';
import { MessageEntity } from './message.entity.js';
import { MessageTemplates } from './message-templates.js';
import { SubscriptionLedger } from './subscription-ledger.js';

interface Entry {
  readonly TemplateId?: string;
  readonly SubscribeStatusString?: string;
  readonly MsgID?: string | number;
  readonly ErrorCode?: string | number;
}

/** What WeChat itself tells of people's answers and of what was delivered. */
@Injectable()
export class SubscriptionEvents implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly events: PushEvents,
    private readonly ledger: SubscriptionLedger,
    private readonly templates: MessageTemplates,
  ) {}

  onModuleInit(): void {
    this.events.on('subscribe_msg_popup_event', async (event) => this.each(event, this.answered));
    this.events.on('subscribe_msg_change_event', async (event) => this.each(event, this.answered));
    this.events.on('subscribe_msg_sent_event', async (event) => this.each(event, this.delivered));
  }

  private each({ openid, body }: PushEvent, take: (db: EntityManager, openid: string, entry: Entry) => Promise<void>) {
    if (openid === null || !Array.isArray(body.List)) return;
    const entries = body.List as Entry[];
    const write: Completion = async (db) => {
      for (const entry of entries) await take(db, openid, entry);
    };
    return write;
  }

  private readonly answered = async (db: EntityManager, openid: string, entry: Entry): Promise<void> => {
    const templateId = entry.TemplateId;
    if (templateId === undefined || !this.templates.isKnown(templateId)) return;
    const key = { openid, templateId };
    if (entry.SubscribeStatusString === 'accept') await this.ledger.accept(db, key, 'wechat', this.clock.now());
    else await this.ledger.empty(db, key, this.clock.now());
  };

  /** Only what went wrong is news: WeChat took it, and then the person would not have it. */
  private readonly delivered = async (db: EntityManager, openid: string, entry: Entry): Promise<void> => {
    const templateId = entry.TemplateId;
    if (Number(entry.ErrorCode ?? 0) === 0 || templateId === undefined || entry.MsgID === undefined) return;
    await db.update(MessageEntity, { pushId: String(entry.MsgID) }, { pushState: 'unsubscribed' });
    await this.ledger.empty(db, { openid, templateId }, this.clock.now());
  };
}
