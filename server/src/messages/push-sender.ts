import { MINUTE_MS, UnfitValue } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { type Completion, JobFailed, type JobHandler, JobHandlers, JobLater } from '../jobs/job-handlers.js';
import { IdentityEntity } from '../people/person.entity.js';
import { type SubscribeMessage, WechatApi } from '../wechat/wechat-api.js';
import { NO_ANSWER, WechatError } from '../wechat/wechat-error.js';
import { MessageEntity, type PushState } from './message.entity.js';
import { MessageTemplates } from './message-templates.js';
import { PUSH_JOB, PUSH_WITHIN_MS, WECHAT_PROVIDER } from './message-writer.js';
import { type LedgerKey, SubscriptionLedger } from './subscription-ledger.js';

/** How long to wait where WeChat says that a quota is used up but not until when. */
const QUOTA_WAIT_MS = 60 * MINUTE_MS;
/** What a sending may begin from; `failed` when an administrator has it tried again. */
const SENDABLE: readonly PushState[] = ['waiting', 'failed'];

interface Taken {
  readonly id: string;
  readonly ledger: LedgerKey;
  readonly message: SubscribeMessage;
}

/**
 * Sends subscription messages. WeChat takes no key against doubles, so a message is marked as handed over before the
 * call, in a transaction of its own: found so later, its outcome is not known and it is not sent again.
 */
@Injectable()
export class PushSender implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly wechat: WechatApi,
    private readonly templates: MessageTemplates,
    private readonly ledger: SubscriptionLedger,
  ) {}

  onModuleInit(): void {
    this.handlers.register(PUSH_JOB, (payload) => this.send(payload as unknown as PushPayload));
  }

  private async send(payload: PushPayload): ReturnType<JobHandler> {
    const taken = await this.database.write((db) => this.take(db, payload));
    if (taken instanceof JobFailed) throw taken;
    if (taken === null) return;
    try {
      const { msgid } = await this.wechat.sendSubscribeMessage(taken.message);
      return (db) => this.settle(db, taken, 'sent', msgid);
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      return this.refused(taken, error);
    }
  }

  /** Marks the message as handed over and takes a sending from the ledger; null where there is nothing to send. */
  private async take(
    db: EntityManager,
    { personId, dedupeKey, openid }: PushPayload,
  ): Promise<Taken | JobFailed | null> {
    const message = await db.findOneBy(MessageEntity, { personId, dedupeKey });
    if (message?.pushState === 'sending') await mark(db, message.id, ['sending'], 'unknown');
    if (message === null || message.pushState === null || !SENDABLE.includes(message.pushState)) return null;
    const template = message.template === null ? undefined : this.templates.of(message.template);
    const isThere = await db.existsBy(IdentityEntity, { provider: WECHAT_PROVIDER, subject: openid, personId });
    const isLate = this.clock.now() - message.createdAt > PUSH_WITHIN_MS;
    if (template === undefined || !isThere || isLate || message.readAt !== null) {
      await mark(db, message.id, SENDABLE, 'skipped');
      return null;
    }
    const filled = this.fill(message, openid, template);
    if (filled instanceof UnfitValue) {
      await mark(db, message.id, SENDABLE, 'failed');
      return new JobFailed(`template ${template.id}: ${filled.message}`);
    }
    if (!(await mark(db, message.id, SENDABLE, 'sending'))) return null;
    const ledger = { openid, templateId: template.id };
    if (await this.ledger.spend(db, ledger)) return { id: message.id, ledger, message: filled };
    await mark(db, message.id, ['sending'], 'unsubscribed');
    return null;
  }

  private fill(...args: Parameters<MessageTemplates['fill']>): SubscribeMessage | UnfitValue {
    try {
      return this.templates.fill(...args);
    } catch (error) {
      if (error instanceof UnfitValue) return error;
      throw error;
    }
  }

  /** @throws JobLater, JobFailed or the error itself, to be tried again */
  private async refused(taken: Taken, error: WechatError): Promise<Completion> {
    // Class R is no answer to what went before, such as the token: the message itself was not handed over.
    if (error.errcode === NO_ANSWER && error.retryClass !== 'R') return (db) => this.settle(db, taken, 'unknown');
    if (error.retryClass === 'U') {
      return async (db) => {
        await this.settle(db, taken, 'unsubscribed');
        await this.ledger.empty(db, taken.ledger, this.clock.now());
      };
    }
    // It was not sent: what was taken goes back before the job is.
    await this.database.write(async (db) => {
      await this.ledger.giveBack(db, taken.ledger);
      await this.settle(db, taken, error.retryClass === 'P' ? 'failed' : 'waiting');
    });
    if (error.retryClass === 'P') throw new JobFailed(error.message);
    if (error.retryClass === 'Q') {
      throw new JobLater(error.until ?? this.clock.now() + QUOTA_WAIT_MS, error.message);
    }
    throw error;
  }

  private async settle(db: EntityManager, { id }: Taken, to: PushState, pushId: string | null = null): Promise<void> {
    await mark(db, id, ['sending'], to, pushId);
  }
}

async function mark(
  db: EntityManager,
  id: string,
  from: readonly PushState[],
  to: PushState,
  pushId: string | null = null,
): Promise<boolean> {
  const { affected } = await db.update(
    MessageEntity,
    { id, pushState: In([...from]) },
    { pushState: to, ...(pushId !== null && { pushId }) },
  );
  return affected === 1;
}

interface PushPayload {
  readonly personId: string;
  readonly dedupeKey: string;
  readonly openid: string;
}
