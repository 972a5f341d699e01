import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Keys in addresses that are opened without a token. One works for the window in which it was given and for the next
 * one, and is the same within a window.
 */
export class AddressKeys {
  /**
   * @param purpose keeps the keys of one kind of address from opening another
   * @param windowMs half of how long an address works at most, ms
   */
  constructor(
    private readonly purpose: string,
    private readonly secret: string,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  keyOf(id: string, inside: boolean): string {
    return this.sign(id, this.window(), inside);
  }

  opens(key: string, id: string, inside: boolean): boolean {
    return [this.window(), this.window() - 1].some((window) => same(key, this.sign(id, window, inside)));
  }

  private window(): number {
    return Math.floor(this.now() / this.windowMs);
  }

  private sign(id: string, window: number, inside: boolean): string {
    return createHmac('sha256', `${this.purpose}:${this.secret}`)
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
