import { LRUCache } from 'lru-cache';

const REMEMBERED = 500;
/** So many rows take longer to count than all else on a screen, and nobody counts them after it. */
const LARGE = 1_000;
const KEPT_MS = 15_000;

interface Counted {
  readonly rows: readonly { readonly n: number | string }[];
  readonly at: number;
  /** The same being counted anew. */
  next: Promise<Counted['rows']> | null;
}

/**
 * Counts for screens that many look at. What counts fewer than 1,000 rows is counted anew each time, and so exact; more are
 * counted once in a quarter of a minute, for all who ask meanwhile.
 */
export class LargeCounts {
  private readonly known = new LRUCache<string, Counted>({ max: REMEMBERED });

  /** @param clock ms since any moment, never back */
  constructor(private readonly clock = () => performance.now()) {}

  /**
   * @param key says what is counted and for whom, but for the moment
   * @param count gives groups of rows, `n` in each
   */
  async of<T extends Counted['rows']>(key: string, count: () => Promise<T>): Promise<T> {
    const known = this.known.get(key);
    if (known === undefined) return this.anew(key, count);
    if (this.clock() - known.at < KEPT_MS) return known.rows as T;
    known.next ??= this.anew(key, count).finally(() => {
      known.next = null;
    });
    return known.next as Promise<T>;
  }

  private async anew<T extends Counted['rows']>(key: string, count: () => Promise<T>): Promise<T> {
    const at = this.clock();
    const rows = await count();
    const sum = rows.reduce((total, { n }) => total + Number(n), 0);
    if (sum >= LARGE) this.known.set(key, { rows, at, next: null });
    else this.known.delete(key);
    return rows;
  }
}
