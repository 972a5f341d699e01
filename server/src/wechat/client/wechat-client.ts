import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { NO_ANSWER, WechatError } from '../wechat-error.js';
import { errcodeOf } from './errcodes.js';
import { nextSpan, Quotas } from './quotas.js';
import { WechatHttp } from './wechat-http.js';
import { parseWechatJson } from './wechat-json.js';

export interface WechatCall {
  readonly method: 'GET' | 'POST';
  /** E.g. /wxa/msg_sec_check */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The call holds a code that is good once: without an answer it counts as spent, and is not sent again. */
  readonly singleUse?: boolean;
  /** The quota is one person's, so that it says nothing about the next call. */
  readonly quotaOfPerson?: boolean;
}

const TRIES = 3;
const FIRST_WAIT_MS = 200;
const RID = /rid: ?([\w-]+)/;

export type WechatAnswer = Record<string, unknown> | Buffer;

/**
 * One call to WeChat: sent, read, and tried again where WeChat is merely busy. A refusal comes as HTTP 200 with an
 * errcode; an answer that is no JSON is a file.
 */
@Injectable()
export class WechatClient {
  private readonly logger = new Logger('wechat');
  private readonly quotas = new Quotas();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: WechatHttp,
    private readonly clock: Clock,
  ) {}

  /** @throws WechatError */
  async call(call: WechatCall): Promise<WechatAnswer> {
    for (let attempt = 1; ; attempt++) {
      this.quotas.check(call.path, this.clock.now());
      try {
        return await this.once(call);
      } catch (error) {
        if (!(error instanceof WechatError)) throw error;
        this.log(call.path, error);
        if (error.retryClass === 'Q' && !call.quotaOfPerson) this.quotas.remember(call.path, error);
        if (error.retryClass !== 'R' || attempt === TRIES) throw error;
        await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
      }
    }
  }

  private async once(call: WechatCall): Promise<WechatAnswer> {
    const { method, path, query = {}, body } = call;
    const url = new URL(path, this.config.wechat?.apiBase);
    url.search = new URLSearchParams(query).toString();
    const answer = await this.http.send(method, url, body).catch((error: Error) => {
      throw this.unanswered(call, error.name);
    });
    if (answer.status >= 500) throw this.unanswered(call, `HTTP ${answer.status}`);
    const json = parseWechatJson(answer.body.toString('utf8'));
    if (json === undefined) {
      if (answer.status === 200 && isPicture(answer.body)) return answer.body;
      throw this.unanswered(call, `HTTP ${answer.status}, neither JSON nor a picture`);
    }
    const errcode = Number(json.errcode ?? 0);
    if (errcode === 0) return json;
    throw this.refusal(path, errcode, String(json.errmsg ?? ''));
  }

  private unanswered({ singleUse = false }: WechatCall, what: string): WechatError {
    return new WechatError(NO_ANSWER, singleUse ? 'U' : 'R', `no answer: ${what}`);
  }

  private refusal(path: string, errcode: number, errmsg: string): WechatError {
    const { retryClass, span } = errcodeOf(path, errcode);
    const until = span === undefined ? null : nextSpan(span, this.clock.now());
    return new WechatError(errcode, retryClass, this.withoutSecrets(errmsg), RID.exec(errmsg)?.[1] ?? null, until);
  }

  /** WeChat repeats what was wrong, which may be the code or the token: anything long and random is left out. */
  private withoutSecrets(errmsg: string): string {
    return errmsg
      .replace(RID, '')
      .replace(/[\w-]{24,}/g, '…')
      .replace(/\+?\d{7,}/g, '…')
      .trim();
  }

  private log(path: string, error: WechatError): void {
    const line = `${path} ${error.errcode} ${error.retryClass} rid ${error.rid ?? '-'}`;
    // A token that somebody else renewed is got anew and the call sent again: no fault that anybody has to mend.
    if (error.retryClass === 'P') this.logger.error(`${line} ${error.errmsg}`);
    else this.logger.warn(line);
  }
}

/** By its first bytes, as WeChat's Content-Type is not to be relied on: PNG or JPEG. */
function isPicture(body: Buffer): boolean {
  return body.subarray(0, 8).equals(PNG) || body.subarray(0, 3).equals(JPEG);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
