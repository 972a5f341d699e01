import { createHmac, timingSafeEqual } from 'node:crypto';
import { DOOR_CODE_DIGITS } from '@consult/shared';
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

  /** @returns the code of this moment to scan and to type, and when the next one is to be shown, ms since 1970 */
  issue(sessionId: string, now: number): { token: string; code: string; expiresAt: number } {
    const window = Math.floor(now / WINDOW_MS);
    return {
      token: this.token(sessionId, window),
      code: this.digits(sessionId, window),
      expiresAt: (window + 1) * WINDOW_MS,
    };
  }

  /**
   * Whether the code, scanned or typed, is this session's; the one before is good too, for whoever scanned it just
   * in time.
   */
  verify(sessionId: string, given: string, now: number): boolean {
    const window = Math.floor(now / WINDOW_MS);
    const good = [window, window - 1].flatMap((w) => [this.token(sessionId, w), this.digits(sessionId, w)]);
    return good.some((code) => isSame(given, code));
  }

  private token(sessionId: string, window: number): string {
    return this.sign(`${sessionId}.${window}`).toString('base64url').slice(0, 22);
  }

  private digits(sessionId: string, window: number): string {
    const number = this.sign(`${sessionId}.${window}.digits`).readUIntBE(0, 6) % 10 ** DOOR_CODE_DIGITS;
    return String(number).padStart(DOOR_CODE_DIGITS, '0');
  }

  private sign(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
