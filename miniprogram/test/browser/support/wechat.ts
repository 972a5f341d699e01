import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

const STANDIN = path.resolve(__dirname, '../standin.mjs');

/** What a server has to know of its mini program's account. */
export interface WechatAccount {
  /** Origin of WeChat's API. */
  url: string;
  appId: string;
  secret: string;
}

interface SentMessage {
  openid: string;
  templateId: string;
  page: string | null;
  data: Record<string, { value: string }>;
}

/** A stand-in for WeChat's servers, and what a test may ask of it (scripts/wechat-standin/src/control.mjs). */
export class Wechat {
  private constructor(
    private readonly standin: ChildProcess,
    readonly account: WechatAccount,
  ) {}

  static async start(): Promise<Wechat> {
    const standin = fork(STANDIN, [], { execArgv: [] });
    const account = await new Promise<WechatAccount>((resolve, reject) => {
      standin.once('message', (message) => resolve(message as WechatAccount));
      standin.once('exit', (code) => reject(new Error(`The stand-in ended with ${code} before it listened.`)));
    });
    return new Wechat(standin, account);
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.standin.once('exit', resolve));
    this.standin.disconnect();
    await gone;
  }

  /** What wx.login gives this person, or somebody new. */
  loginCode = (openid?: string) =>
    this.ask<{ code: string; openid: string }>('POST', '/login-codes', openid === undefined ? {} : { openid });

  /** What the phone button gives. */
  phoneCode = async (phone: string) => (await this.ask<{ code: string }>('POST', '/phone-codes', { phone })).code;

  /** The person has said yes to a template once. */
  subscribed = (openid: string, templateId: string) =>
    this.ask<void>('POST', '/subscriptions', { openid, templateId, accept: 1 });

  /** The subscription messages that were sent, oldest first. */
  messages = () => this.ask<SentMessage[]>('GET', '/messages');

  private async ask<T>(method: string, at: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.account.url}/_standin${at}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the stand-in answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
