import { DAY_MS, MINUTE_MS } from '@consult/shared';
import type { WechatError } from '../wechat-error.js';
import type { QuotaSpan } from './errcodes.js';

const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS;
const SPAN_MS: Readonly<Record<QuotaSpan, number>> = { second: 1_000, minute: MINUTE_MS, day: DAY_MS };

/** Remembers which calls have used up their quota, so that WeChat is left in peace until it begins anew. */
export class Quotas {
  private readonly used = new Map<string, WechatError>();

  remember(path: string, error: WechatError): void {
    this.used.set(path, error);
  }

  /** @throws WechatError of class Q while the quota of the call is used up */
  check(path: string, now: number): void {
    const error = this.used.get(path);
    if (error === undefined) return;
    if ((error.until ?? 0) > now) throw error;
    this.used.delete(path);
  }
}

/** When a quota begins anew: at the next second, minute, or midnight in China; ms since 1970. */
export function nextSpan(span: QuotaSpan, now: number): number {
  const ms = SPAN_MS[span];
  return (Math.floor((now + CHINA_OFFSET_MS) / ms) + 1) * ms - CHINA_OFFSET_MS;
}
