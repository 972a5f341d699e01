import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { CodedError } from '../../common/errors/coded-error.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import type { WechatConfig } from '../../config/wechat.config.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.service.js';
import { type PushEvent, PushEvents } from '../push-events.js';
import { isFromWechatCloud, isOwnOrNobodys } from '../wx-identity.js';
import { decrypt, isSigned } from './push-crypto.js';
import { readFields, toEvent } from './push-message.js';
import { PUSH_JOB } from './push-worker.js';

/** What WeChat puts into the address of a push. */
export type PushQuery = Readonly<Record<string, string | undefined>>;

/** What is answered whatever the event was: anything else has WeChat send it again. */
const TAKEN = 'success';
/** What WeChat's cloud sends when the address is set in its console. */
const PROBE = 'CheckContainerPath';

/** Takes WeChat's pushes in: checks whose they are, stores them once, and leaves the work to a job. */
@Injectable()
export class PushReceiver {
  private readonly logger = new Logger('wechat');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly events: PushEvents,
    private readonly clock: Clock,
  ) {}

  /** Answers WeChat when the address is set in its console. @throws AUTH.FORBIDDEN when it is not WeChat that asks */
  greet(query: PushQuery): string {
    const { token } = this.push();
    this.requireSigned(query.signature, token, query);
    return query.echostr ?? '';
  }

  /** @throws AUTH.FORBIDDEN when it was not WeChat that sent it, REQUEST.MALFORMED when it cannot be read */
  async receive(query: PushQuery, headers: IncomingHttpHeaders, text: string): Promise<string> {
    const fields = this.wechat().mode === 'cloudrun' ? this.fromCloud(headers, text) : this.fromOutside(query, text);
    if (fields.action === PROBE) return TAKEN;
    const event = toEvent(fields);
    if (event !== null && this.events.of(event.event).length > 0) await this.store(event);
    return TAKEN;
  }

  private fromCloud(headers: IncomingHttpHeaders, text: string): Record<string, unknown> {
    if (!isFromWechatCloud(headers)) throw new CodedError('AUTH.FORBIDDEN');
    const fields = required(readFields(text));
    // The mini-program's own users come through the cloud too: nobody may speak for another.
    if (!isOwnOrNobodys(headers, fields.FromUserName)) throw new CodedError('AUTH.FORBIDDEN');
    return fields;
  }

  private fromOutside(query: PushQuery, text: string): Record<string, unknown> {
    const { token, aesKey } = this.push();
    if (aesKey === null) {
      this.requireSigned(query.signature, token, query);
      return required(readFields(text));
    }
    const sealed = required(readFields(text)).Encrypt;
    if (typeof sealed !== 'string') throw new CodedError('AUTH.FORBIDDEN');
    this.requireSigned(query.msg_signature, token, query, sealed);
    return required(readFields(this.open(aesKey, sealed)));
  }

  private open(aesKey: string, sealed: string): string {
    try {
      return decrypt(aesKey, this.wechat().appId, sealed);
    } catch (error) {
      this.logger.error(`a push could not be decrypted: ${(error as Error).message}`);
      throw new CodedError('AUTH.FORBIDDEN');
    }
  }

  private requireSigned(signature: unknown, token: string, query: PushQuery, ...more: readonly string[]): void {
    const { timestamp = '', nonce = '' } = query;
    if (!isSigned(signature, token, timestamp, nonce, ...more)) throw new CodedError('AUTH.FORBIDDEN');
  }

  private store(event: PushEvent): Promise<void> {
    const job = {
      kind: PUSH_JOB,
      payload: { ...event },
      dedupeKey: `wechat-push:${nameOf(event)}`,
      // In the order in which WeChat told of them: an acceptance before the message that uses it.
      ...(event.openid !== null && { lane: `wechat-push:${event.openid}` }),
    };
    return this.database.write((db) => this.jobs.add({ db, now: this.clock.now() }, job));
  }

  private wechat(): WechatConfig {
    if (this.config.wechat === null) throw new CodedError('WECHAT.OFF');
    return this.config.wechat;
  }

  private push(): NonNullable<WechatConfig['push']> {
    const { push } = this.wechat();
    if (push === null) throw new CodedError('WECHAT.OFF');
    return push;
  }
}

function required<T>(fields: T | undefined): T {
  if (fields === undefined) throw new CodedError('REQUEST.MALFORMED');
  return fields;
}

/** The same for each delivery of one event, different for any two events. */
function nameOf({ event, openid, createdAt, body }: PushEvent): string {
  const parts = body.MsgId ?? [openid, createdAt, event, body.trace_id, body.List];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
