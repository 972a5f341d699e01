import { setTimeout as sleep } from 'node:timers/promises';
import {
  followLive,
  LIVE_SOCKET_PATH,
  type LiveEntry,
  type LiveFollowed,
  type LiveServerFrame,
  NOTHING_FOLLOWED,
} from '@consult/shared';
import { WebSocket } from 'ws';

const PATIENCE_MS = 20_000;
const RETRY_MS = 40;

export interface WatchOptions {
  readonly token?: string;
  /** The last seq that they have. */
  readonly after?: number | null;
}

/** One connection, joined once: every frame that it was sent, and how it ended. */
export class LiveLine {
  readonly frames: LiveServerFrame[] = [];
  closedWith: number | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => this.frames.push(JSON.parse(String(data)) as LiveServerFrame));
    socket.on('close', (code) => {
      this.closedWith = code;
    });
    socket.on('error', () => {});
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<LiveLine> {
    const line = new LiveLine(new WebSocket(`${url.replace(/^http/, 'ws')}${LIVE_SOCKET_PATH}`, { headers }));
    await new Promise((resolve, reject) => {
      line.socket.once('open', resolve);
      line.socket.once('error', reject);
    });
    return line;
  }

  static async join(url: string, sessionId: string, { token, after = null }: WatchOptions = {}): Promise<LiveLine> {
    const line = await LiveLine.open(url);
    line.say({ join: sessionId, after, ...(token !== undefined && { token }) });
    await line.until(() => line.frames.length > 0 || line.closedWith !== null);
    return line;
  }

  say(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  get entries(): LiveEntry[] {
    return this.frames.flatMap((frame) => ('entries' in frame ? frame.entries : []));
  }

  get seqs(): number[] {
    return this.entries.map(({ seq }) => seq);
  }

  /** @throws when it does not come about in good time */
  async until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`did not come: ${isSo}; got ${JSON.stringify(this.frames).slice(0, 2000)}`);
      await sleep(5);
    }
  }

  closed(): Promise<void> {
    return this.until(() => this.closedWith !== null);
  }

  cut(): void {
    this.socket.terminate();
  }
}

/** Somebody who watches as the app does: joins again by seq whenever the line is cut, with whatever server there is. */
export class Follower {
  seen: LiveFollowed = NOTHING_FOLLOWED;
  /** Every entry taken in since the first state, in the order in which it came. */
  readonly log: LiveEntry[] = [];
  /** How often it was given the whole state. */
  starts = 0;
  joins = 0;
  private socket: WebSocket | null = null;
  private isDone = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly urls: () => readonly string[],
    private readonly sessionId: string,
    private readonly token: string | undefined,
  ) {
    this.running = this.run();
  }

  get seq(): number {
    return this.seen.state?.seq ?? 0;
  }

  cut(): void {
    this.socket?.terminate();
  }

  async stop(): Promise<void> {
    this.isDone = true;
    this.cut();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isDone) {
      const urls = this.urls();
      const url = urls[Math.floor(Math.random() * urls.length)];
      if (url !== undefined) await this.watch(url);
      await sleep(Math.random() * RETRY_MS);
    }
  }

  private watch(url: string): Promise<void> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${LIVE_SOCKET_PATH}`);
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('open', () => {
      this.joins += 1;
      const token = this.token;
      socket.send(JSON.stringify({ join: this.sessionId, after: this.seen.state?.seq ?? null, token }));
    });
    socket.on('message', (data) => this.take(JSON.parse(String(data)) as LiveServerFrame, socket));
    return new Promise((resolve) => socket.on('close', () => resolve()));
  }

  private take(frame: LiveServerFrame, socket: WebSocket): void {
    const before = this.seq;
    const next = followLive(this.seen, frame, 0);
    if (typeof next === 'string') {
      if (next === 'restart') this.seen = NOTHING_FOLLOWED;
      socket.terminate();
      return;
    }
    this.seen = next;
    if ('state' in frame) this.starts += 1;
    if ('entries' in frame) this.log.push(...frame.entries.filter((entry) => entry.seq > before));
  }
}
