import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

const WINDOW_MS = 5 * 60 * 1000;

/** The code at the door: good for minutes only, so that a photo of it does not let anyone in from afar. */
@Injectable()
export class DoorCodes {
  private readonly key: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = `door:${config.secret}`;
  }

  /** @returns the code of this moment, and when the next one is to be shown, ms since 1970 */
  issue(sessionId: string, now: number): { token: string; expiresAt: number } {
    const window = Math.floor(now / WINDOW_MS);
    return { token: this.sign(sessionId, window), expiresAt: (window + 1) * WINDOW_MS };
  }

  /** Whether the code is this session's; the one before is good too, for whoever scanned it just in time. */
  verify(sessionId: string, token: string, now: number): boolean {
    const window = Math.floor(now / WINDOW_MS);
    return [window, window - 1].some((w) => isSame(token, this.sign(sessionId, w)));
  }

  private sign(sessionId: string, window: number): string {
    return createHmac('sha256', this.key).update(`${sessionId}.${window}`).digest('base64url').slice(0, 22);
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
