import { type ChildProcess, fork } from 'node:child_process';
import type { Config } from '../../../src/config/config.js';
import type { JobEntity } from '../../../src/jobs/job.entity.js';
import type { MessageEntity } from '../../../src/messages/message.entity.js';

export type Start = Pick<Config, 'databaseUrl' | 'dataDir' | 'secret' | 'wechat' | 'templates'> &
  Partial<Config> & { at: number };

export interface Joining {
  readonly personIds: readonly string[];
  readonly templates: readonly string[];
  /** How many messages of each they take. */
  readonly yeses: number;
}

type Asked =
  | { do: 'clock'; at: number }
  | { do: 'work' }
  | { do: 'load-places' }
  | ({ do: 'join' } & Joining)
  | { do: 'dump' };
export type Command = Asked & { id: number };

/** Everything that was to be done and told. */
export interface Dump {
  readonly jobs: readonly JobEntity[];
  readonly messages: readonly MessageEntity[];
  /** By person. */
  readonly openids: Readonly<Record<string, string>>;
}

interface Answer {
  readonly id?: number;
  readonly url?: string;
  readonly answer?: unknown;
  readonly error?: string;
}

/** A server in a process of its own that may be killed at any moment. */
export class ServerProcess {
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @param program of compileServer */
  static async boot(program: string, start: Start): Promise<ServerProcess> {
    const child = fork(program, [JSON.stringify(start)], { execArgv: [] });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: Answer) => resolve(message.url ?? ''));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    });
    return new ServerProcess(child, url);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws when the process dies before it has answered */
  ask<T>(command: Asked): Promise<T> {
    this.asked += 1;
    const id = this.asked;
    return new Promise<T>((resolve, reject) => {
      const settle = (act: () => void) => {
        this.child.off('message', hear).off('exit', gone);
        act();
      };
      const hear = (message: Answer) => {
        if (message.id !== id) return;
        settle(() => (message.error === undefined ? resolve(message.answer as T) : reject(new Error(message.error))));
      };
      const gone = () => settle(() => reject(new Error(`the server was gone before it answered ${command.do}`)));
      this.child.on('message', hear).on('exit', gone);
      if (!this.isAlive) gone();
      else this.child.send({ ...command, id });
    });
  }

  /** At once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    if (!this.isAlive) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}
