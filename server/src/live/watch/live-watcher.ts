import { type ErrorCode, LIVE_CLOSE, LIVE_SOCKET, type LiveServerFrame } from '@consult/shared';
import { WebSocket } from 'ws';
import type { Admission } from './live-gate.js';

/** What may wait for a slow reader, bytes. The state of a long session is hundreds of kilobytes. */
const BEHIND_MAX = 4 * 1024 * 1024;
/** How long the other side has to answer a close before it is cut off, ms. */
const CLOSE_WAIT_MS = 2_000;

/** One socket. What is sent to it never waits for it: who does not keep up is closed, and comes back by seq. */
export class LiveWatcher {
  sessionId: string | null = null;
  admission: Admission | null = null;
  token: string | undefined;
  /** When the last sign of life came, and when it was last found to be allowed; by this machine's clock. */
  heardAt = Date.now();
  checkedAt = Date.now();

  constructor(
    private readonly socket: WebSocket,
    readonly address: string,
  ) {}

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(frame: LiveServerFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  /** @param frame the same bytes for all who watch, made once */
  sendText(frame: string | Buffer): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > BEHIND_MAX) this.close(LIVE_CLOSE.slow);
    else this.socket.send(frame, { binary: false });
  }

  refuse(code: ErrorCode, why: number = LIVE_CLOSE.refused): void {
    this.send({ refused: code });
    this.close(why);
  }

  close(code: number): void {
    this.socket.close(code);
    setTimeout(() => this.socket.terminate(), CLOSE_WAIT_MS).unref();
  }

  terminate(): void {
    this.socket.terminate();
  }

  /** Asks for a sign of life; who has given none for three turns is gone. */
  beat(now: number): void {
    if (now - this.heardAt > 3 * LIVE_SOCKET.pingEveryMs) this.terminate();
    else if (this.isOpen) this.socket.ping();
  }
}
