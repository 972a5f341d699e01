import { randomBytes } from 'node:crypto';
import { startStandin } from '@consult/wechat-standin';
import type { Config } from '../../src/config/config.js';
import type { WechatConfig } from '../../src/config/wechat.config.js';
import { createTestEnvironment, type DatabaseKind, type TestEnvironment } from './environment.js';

export interface WechatEnvironment extends TestEnvironment {
  readonly wechat: WechatStandin;
}

/** A call that goes wrong; see scripts/wechat-standin/src/faults.mjs. */
export interface Fault {
  path: string;
  errcode?: number;
  errmsg?: string;
  status?: number;
  delayMs?: number;
  hang?: boolean;
  drop?: boolean;
  after?: boolean;
  times?: number;
}

export interface SentMessage {
  msgid: string;
  openid: string;
  templateId: string;
  page: string | null;
  state: string;
  data: Record<string, { value: string }>;
}

interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** The stand-in for WeChat's servers, and what a test may ask of it. */
export class WechatStandin {
  private constructor(
    readonly config: WechatConfig,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(over: Partial<WechatConfig> = {}): Promise<WechatStandin> {
    const { url, appId, secret, stop } = await startStandin();
    const push = { token: 'push-token', aesKey: randomBytes(32).toString('hex').slice(0, 43) };
    return new WechatStandin(
      { mode: 'standin', appId, secret, apiBase: url, push, envVersion: 'release', ...over },
      stop,
    );
  }

  stop = () => this.end();

  /** What `wx.login` gives this person, or a new one. */
  loginCode(who: { openid?: string; unionid?: string; blocked?: boolean } = {}) {
    return this.ask<{ code: string; openid: string }>('POST', '/login-codes', who);
  }

  /** What the phone button gives. */
  phoneCode(phone: string, more: { countryCode?: string | number; appid?: string } = {}) {
    return this.ask<{ code: string }>('POST', '/phone-codes', { phone, ...more });
  }

  /** The person uses the mini-program now, without signing in. @returns the openid */
  async activePerson(): Promise<string> {
    const openid = `o${randomBytes(21).toString('base64url').slice(0, 27)}`;
    await this.active(openid);
    return openid;
  }

  active = (openid: string) => this.ask<void>('POST', '/active', { openid });

  /** The person accepts messages of a template `accept` more times; WeChat pushes the event when asked to. */
  subscribe = (openid: string, templateId: string, accept = 1, push = false) =>
    this.ask<void>('POST', '/subscriptions', { openid, templateId, accept, push });

  unsubscribe = (openid: string, templateId: string, push = false) =>
    this.ask<void>('POST', '/subscriptions', { openid, templateId, reject: true, push });

  async subscriptionsLeft(openid: string, templateId: string): Promise<number> {
    const query = new URLSearchParams({ openid, templateId });
    return (await this.ask<{ left: number }>('GET', `/subscriptions?${query}`)).left;
  }

  setTemplates = (templates: readonly Record<string, unknown>[]) => this.ask<void>('PUT', '/templates', templates);
  messages = () => this.ask<SentMessage[]>('GET', '/messages');
  sendingTakes = (ms: number) => this.ask<void>('POST', '/sending', { ms });

  /** Decides about pictures by a part of their address or the SHA-256 of the file. */
  imageRule = (rule: ({ contains: string } | { sha256: string }) & Verdict) =>
    this.ask<void>('POST', '/image-rules', rule);

  app = (app: { pages?: readonly string[] | null; released?: boolean }) => this.ask<void>('POST', '/app', app);
  fault = (fault: Fault) => this.ask<void>('POST', '/faults', fault);
  noFaults = () => this.ask<void>('DELETE', '/faults');
  limit = (path: string, span: 'second' | 'minute' | 'day', limit: number) =>
    this.ask<void>('POST', '/limits', { path, span, limit });
  advance = (advanceMs: number) => this.ask<void>('POST', '/clock', { advanceMs });
  callbacks = (how: { delayMs?: number; times?: number; hold?: boolean }) => this.ask<void>('POST', '/callbacks', how);

  /** Lets go the events that were held back, and waits until the server has answered them. @returns how many */
  flush = async () => (await this.ask<{ count: number }>('POST', '/callbacks/flush')).count;
  deliveries = () =>
    this.ask<{ deliveries: { event: Record<string, unknown>; tries: number; answered: string }[]; held: number }>(
      'GET',
      '/callbacks',
    );

  /** Pushes any event at once. @returns how the server answered, `success` when well */
  push = async (event: Record<string, unknown>) =>
    (await this.ask<{ answered: string }>('POST', '/push', { ToUserName: 'gh_test', MsgType: 'event', ...event }))
      .answered;

  pushTo = (url: string, format: 'json' | 'xml' = 'json') =>
    this.ask<void>('PUT', '/push', { ...this.config.push, url: `${url}/api/v1/wechat/push`, format });

  /** The calls of one path that came so far, with how each was answered. */
  async calls(path: string): Promise<number[]> {
    const requests = await this.ask<{ path: string; errcode: number }[]>('GET', '/requests');
    return requests.filter((request) => request.path === path).map(({ errcode }) => errcode);
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.config.apiBase}/_standin${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the stand-in answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** The real server against a stand-in for WeChat, which pushes its events to it. */
export async function createWechatEnvironment(
  kind: DatabaseKind,
  over: Partial<Config> = {},
  wechatOver: Partial<WechatConfig> = {},
): Promise<WechatEnvironment> {
  const wechat = await WechatStandin.start(wechatOver);
  const env = await createTestEnvironment(kind, { wechat: wechat.config, ...over });
  await wechat.pushTo(env.url);
  return {
    ...env,
    wechat,
    async stop() {
      await env.stop();
      await wechat.stop();
    },
  };
}
