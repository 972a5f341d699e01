import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WechatAccount } from './wechat';

const SERVER = path.resolve(__dirname, '../server.mjs');
const APP = path.resolve(__dirname, '../../../dist/h5');

/**
 * The running platform: the built server with the demo's places and people and nothing else, over the built web
 * app, at a time that the test sets.
 */
export class Town {
  private constructor(
    private readonly dataDir: string,
    private server: ChildProcess,
    /** Origin of the app. */
    readonly url: string,
    private moment: number,
    private readonly appDir: string,
    private readonly wechat: WechatAccount | null,
    private readonly filled: boolean,
  ) {}

  /**
   * @param now ms since 1970
   * @param appDir the web app to serve; '' for the API alone
   * @param wechat where people come from; null: nobody comes by WeChat
   * @param filled with all that has happened in the demo county
   */
  static async start(now: number, appDir = APP, wechat: WechatAccount | null = null, filled = false): Promise<Town> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'consult-browser-'));
    const { server, url } = await boot(appDir, dataDir, now, 0, wechat, filled);
    return new Town(dataDir, server, url, now, appDir, wechat, filled);
  }

  /** ms since 1970 */
  get now(): number {
    return this.moment;
  }

  async setClock(now: number): Promise<void> {
    this.moment = now;
    await this.ask({ at: now });
  }

  /** Does all background work that is due, such as telling people of what happened. */
  async work(): Promise<void> {
    await this.ask({ work: true });
  }

  /** The access tokens of residents of a township, who do without a screen. @param region its code */
  async residents(region: string, count: number): Promise<string[]> {
    const { tokens } = await this.ask<{ tokens: string[] }>({ residents: { region, count } });
    return tokens;
  }

  /** Takes the server away, as when the machine is off. */
  async goDown(): Promise<void> {
    const gone = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.disconnect();
    await gone;
  }

  /** Brings it back where it was, with what it knew. */
  async comeBack(): Promise<void> {
    const port = Number(new URL(this.url).port);
    this.server = (await boot(this.appDir, this.dataDir, this.moment, port, this.wechat, this.filled)).server;
  }

  private async ask<Answer>(message: object): Promise<Answer> {
    const done = new Promise<Answer>((resolve) => this.server.once('message', resolve as () => void));
    this.server.send(message);
    return done;
  }

  async stop(): Promise<void> {
    if (this.server.connected) await this.goDown();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

async function boot(
  appDir: string,
  dataDir: string,
  now: number,
  port: number,
  wechat: WechatAccount | null,
  filled: boolean,
): Promise<{ server: ChildProcess; url: string }> {
  const account = wechat ? JSON.stringify(wechat) : '';
  const words = [appDir, dataDir, String(now), String(port), account, filled ? 'filled' : ''];
  const server = fork(SERVER, words, { execArgv: [] });
  const url = await new Promise<string>((resolve, reject) => {
    server.once('message', (message: { url: string }) => resolve(message.url));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
  return { server, url };
}
