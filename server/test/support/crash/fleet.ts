import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedIn } from '@consult/shared';
import { Client } from '../client.js';
import { type Dump, ServerProcess, type Start } from './server-process.js';

/** How long to wait for a server to be back, ms. */
const PATIENCE_MS = 90_000;

/** Several processes of one server over one database, of which any may be killed and started anew. */
export class Fleet {
  private isStopped = false;

  private constructor(
    private readonly program: string,
    private readonly start: Omit<Start, 'at'>,
    private at: number,
    private readonly processes: ServerProcess[],
  ) {}

  static async boot(program: string, size: number, { at, ...start }: Start): Promise<Fleet> {
    const fleet = new Fleet(program, start, at, []);
    // The first makes the tables.
    for (let nth = 0; nth < size; nth += 1) fleet.processes.push(await fleet.another());
    return fleet;
  }

  get size(): number {
    return this.processes.length;
  }

  get now(): number {
    return this.at;
  }

  /** Where those that live are. */
  get urls(): string[] {
    return this.processes.filter(({ isAlive }) => isAlive).map(({ url }) => url);
  }

  first(): ServerProcess {
    const found = this.processes.find(({ isAlive }) => isAlive);
    if (found === undefined) throw new Error('no server lives');
    return found;
  }

  async advance(ms: number): Promise<void> {
    this.at += ms;
    const living = this.processes.filter(({ isAlive }) => isAlive);
    await Promise.all(living.map((one) => one.ask({ do: 'clock', at: this.at })));
  }

  /** Kills one in the middle of whatever it does and starts another in its place. */
  async replace(nth: number): Promise<void> {
    await this.processes[nth]?.kill();
    const next = await this.another();
    if (this.isStopped) return next.kill();
    this.processes[nth] = next;
    // Its clock is that of when it was started.
    await this.advance(0);
  }

  /** All at once do what is due. */
  async work(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.ask({ do: 'work' })));
  }

  dump(): Promise<Dump> {
    return this.first().ask<Dump>({ do: 'dump' });
  }

  /** Sends one submission until a living server has answered it: the same key each time, as the app does. */
  async post<T>(who: Pick<SignedIn, 'token' | 'refreshToken'>, path: string, body: unknown, key: string): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (let attempt = 0; ; attempt += 1) {
      const living = this.processes.filter(({ isAlive }) => isAlive);
      const server = living[attempt % Math.max(1, living.length)];
      try {
        if (server === undefined) throw new Error('no server lives');
        const answer = await new Client(server.url, who).post<T>(path, body, key);
        if (answer.status < 300) return answer.body;
        if (answer.status < 500) throw new Refused(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
      } catch (error) {
        if (error instanceof Refused || Date.now() > end) throw error;
      }
      await sleep(50);
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.processes.map((one) => one.kill()));
  }

  private async another(): Promise<ServerProcess> {
    if (this.isStopped) throw new Error('the servers are to stay down');
    return ServerProcess.boot(this.program, { ...this.start, at: this.at });
  }
}

class Refused extends Error {}
