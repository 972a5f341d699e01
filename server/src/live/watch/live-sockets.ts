import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIVE_CLOSE, LIVE_SOCKET, type LiveClientFrame } from '@consult/shared';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { Clock } from '../../common/clock.js';
import { CodedError } from '../../common/errors/coded-error.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { readFrame } from './client-frame.js';
import { LiveAdmissions } from './live-admissions.js';
import { LiveHub } from './live-hub.js';
import { LiveWatcher } from './live-watcher.js';
import { addressOf, isLive, isOurs } from './upgrades.js';

/** Sockets of one person: a phone, a desktop, a projector, and what has not been noticed to be gone. */
const EACH_PERSON = 10;
/** Frames that a client may send in a turn of pings; it needs two or three. */
const FRAMES_A_TURN = 60;
/** How long those who watch have to go when the server stops. ms */
const STOP_WAIT_MS = 3_000;

interface Line {
  readonly watcher: LiveWatcher;
  /** What it sent in this turn. */
  frames: number;
  isJoining: boolean;
}

/** The sockets on which sessions are watched: who gets one, what is read from it, and how it ends. */
@Injectable()
export class LiveSockets implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('live');
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: LIVE_SOCKET.frameMax,
    perMessageDeflate: false,
    clientTracking: false,
  });
  private readonly lines = new Map<LiveWatcher, Line>();
  private readonly byAddress = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: HttpAdapterHost,
    private readonly hub: LiveHub,
    private readonly admissions: LiveAdmissions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const server: Server = this.http.httpAdapter.getHttpServer();
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.timer = setInterval(() => this.turn(), LIVE_SOCKET.pingEveryMs).unref();
  }

  /** Has everybody go on elsewhere before the server stops to listen. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    for (const { watcher } of this.lines.values()) watcher.close(LIVE_CLOSE.restart);
    const end = Date.now() + STOP_WAIT_MS;
    while (this.lines.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const { watcher } of this.lines.values()) watcher.terminate();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Nobody else listens to what goes wrong on it.
    socket.on('error', () => socket.destroy());
    const status = this.refusal(request);
    if (status !== null) {
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.server.handleUpgrade(request, socket, head, (opened) => this.open(opened, addressOf(request)));
  }

  private refusal(request: IncomingMessage): string | null {
    if (!isLive(request)) return '404 Not Found';
    if (!isOurs(request, this.config)) return '403 Forbidden';
    if (this.isStopping || this.lines.size >= this.config.liveSockets) return '503 Service Unavailable';
    const fromThere = this.byAddress.get(addressOf(request)) ?? 0;
    return fromThere >= this.config.liveSocketsPerAddress ? '429 Too Many Requests' : null;
  }

  private open(socket: WebSocket, address: string): void {
    const watcher = new LiveWatcher(socket, address);
    const line: Line = { watcher, frames: 0, isJoining: false };
    this.lines.set(watcher, line);
    this.byAddress.set(address, (this.byAddress.get(address) ?? 0) + 1);
    const late = setTimeout(() => {
      if (watcher.sessionId === null) watcher.close(LIVE_CLOSE.silent);
    }, LIVE_SOCKET.joinWithinMs).unref();
    socket.on('error', () => watcher.terminate());
    socket.on('pong', () => {
      watcher.heardAt = Date.now();
    });
    socket.on('message', (data, isBinary) => this.hear(line, data, isBinary));
    socket.on('close', () => {
      clearTimeout(late);
      this.gone(watcher);
    });
  }

  private gone(watcher: LiveWatcher): void {
    this.lines.delete(watcher);
    const left = (this.byAddress.get(watcher.address) ?? 1) - 1;
    if (left > 0) this.byAddress.set(watcher.address, left);
    else this.byAddress.delete(watcher.address);
    if (watcher.sessionId !== null) this.hub.leave(watcher.sessionId, watcher);
  }

  private hear(line: Line, data: RawData, isBinary: boolean): void {
    const { watcher } = line;
    watcher.heardAt = Date.now();
    line.frames += 1;
    const frame = isBinary || line.frames > FRAMES_A_TURN ? null : readFrame(String(data));
    if (frame === null) watcher.close(LIVE_CLOSE.malformed);
    else if ('ping' in frame) watcher.send({ pong: frame.ping, now: this.clock.now() });
    else this.admit(line, frame).catch((error: unknown) => this.turnAway(watcher, error));
  }

  private turnAway(watcher: LiveWatcher, error: unknown): void {
    if (error instanceof CodedError) {
      watcher.refuse(error.code, whyOf(error));
      return;
    }
    this.logger.error('a watcher could not be let in', (error as Error).stack);
    watcher.close(LIVE_CLOSE.restart);
  }

  private async admit(line: Line, frame: Exclude<LiveClientFrame, { ping: number }>): Promise<void> {
    const { watcher } = line;
    if (!('join' in frame)) {
      watcher.token = frame.token;
      return this.admissions.renew(watcher);
    }
    if (line.isJoining) return watcher.close(LIVE_CLOSE.malformed);
    line.isJoining = true;
    try {
      if (watcher.sessionId !== null) this.hub.leave(watcher.sessionId, watcher);
      watcher.sessionId = null;
      watcher.token = frame.token;
      watcher.admission = await this.admissions.first(frame.join, frame.token);
      if (this.socketsOf(watcher) > EACH_PERSON) throw new CodedError('LIVE.TOO_MANY_WATCHERS');
      watcher.sessionId = frame.join;
      await this.hub.enter(frame.join, watcher, frame.after);
    } finally {
      line.isJoining = false;
    }
  }

  private socketsOf({ admission }: LiveWatcher): number {
    const personId = admission?.signIn?.personId;
    if (personId === undefined) return 0;
    const own = [...this.lines.keys()].filter((other) => other.admission?.signIn?.personId === personId);
    return own.length;
  }

  private turn(): void {
    const now = Date.now();
    for (const line of this.lines.values()) {
      line.frames = 0;
      line.watcher.beat(now);
    }
  }
}

/** What passes by itself is no reason to stay away. */
function whyOf({ status }: CodedError): number {
  if (status === 429) return LIVE_CLOSE.tooMany;
  return status === 503 ? LIVE_CLOSE.restart : LIVE_CLOSE.refused;
}
