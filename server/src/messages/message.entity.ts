import type { MessageTarget, TemplateFact, TemplateKey } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  WordColumn,
} from '../database/columns.js';

/**
 * How far a subscription message came. waiting: to be sent. sending: handed to WeChat, no answer yet. sent. unknown:
 * whoever handed it over was lost before the answer, so it is not sent again. unsubscribed: WeChat would not deliver it
 * without a new consent. failed: refused for good. skipped: no longer needed.
 */
export type PushState = 'waiting' | 'sending' | 'sent' | 'unknown' | 'unsubscribed' | 'failed' | 'skipped';

/** One thing that one person was told, in the words of then. */
@Entity('messages')
@Index(['personId', 'dedupeKey'], { unique: true })
@Index(['personId', 'id'])
@Index(['personId', 'readAt'])
export class MessageEntity {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  /** What it is about, e.g. an event: nobody is told the same thing twice. */
  @LineColumn(80) dedupeKey: string;
  @WordColumn({ nullable: true }) kind: MessageTarget | null;
  /** Null with kind: it opens the to-do list. */
  @RefColumn({ nullable: true }) itemId: string | null;
  @LineColumn(40) title: string;
  @LineColumn(400) body: string;
  @WordColumn({ nullable: true }) template: TemplateKey | null;
  /** What the subscription message says, before it is made to fit. */
  @JsonColumn({ nullable: true }) facts: Partial<Record<TemplateFact, string>> | null;
  @EpochColumn() createdAt: number;
  @Index() @EpochColumn({ nullable: true }) readAt: number | null;
  /** Null: it goes out in the product alone. */
  @WordColumn({ nullable: true }) pushState: PushState | null;
  /** WeChat's id of what was sent, larger than a number can hold. */
  @Index() @LineColumn(32, { nullable: true }) pushId: string | null;
}

/** How many subscription messages of a template one may still be sent: one for each time they said yes. */
@Entity('subscriptions')
export class SubscriptionEntity {
  @KeyColumn(64) openid: string;
  @KeyColumn(64) templateId: string;
  @Column({ type: 'int', default: 0 }) balance: number;
  /** Yeses that only one side told of so far: above zero the client, below zero WeChat. */
  @Column({ type: 'int', default: 0 }) unpaired: number;
  @EpochColumn() updatedAt: number;
}
