import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/**
 * An address works for the window in which it was given and for the next one: long enough for WeChat's check of
 * pictures, which takes up to 40 minutes, and the same within a window, so that phones keep the picture.
 */
const WINDOW_MS = 120 * MINUTE_MS;

/**
 * The key in a photo's address. An <img> sends no Authorization header, so an address given to somebody who
 * may see the photo carries the right to it, for two to four hours. One given to everybody is worth nothing once the
 * photo, or what it hangs on, is taken down; one given to its uploader or to those who handle it still is.
 */
@Injectable()
export class PhotoKeys {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  keyOf(id: string, inside: boolean): string {
    return this.sign(id, this.window(), inside);
  }

  opens(key: string, id: string, inside: boolean): boolean {
    return [this.window(), this.window() - 1].some((window) => same(key, this.sign(id, window, inside)));
  }

  private window(): number {
    return Math.floor(this.clock.now() / WINDOW_MS);
  }

  private sign(id: string, window: number, inside: boolean): string {
    return createHmac('sha256', `photo:${this.config.secret}`)
      .update(`${id}:${window}:${inside ? 'inside' : 'open'}`)
      .digest('base64url')
      .slice(0, 22);
  }
}

function same(given: string, right: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
