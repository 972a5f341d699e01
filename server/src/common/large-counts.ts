import { LRUCache } from 'lru-cache';

const REMEMBERED = 500;
/** So many rows take longer to count than all else on a screen, and nobody counts them after it. */
const LARGE = 1_000;
const KEPT_MS = 15_000;

type Rows = readonly { readonly n: number | string }[];

interface Counted {
  /** The rows where they were many when they were counted last; few are not kept. */
  many: { readonly rows: Rows; readonly at: number } | null;
  /** The first count, or the same being counted anew. */
  next: Promise<Rows> | null;
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
  async of<T extends Rows>(key: string, count: () => Promise<T>): Promise<T> {
    const known = this.known.get(key);
    if (known === undefined) return this.first(key, count);
    // Whether they are many is not known before the first one has counted them.
    if (known.many === null) await known.next?.catch(() => {});
    if (known.many === null) return this.anew(known, count);
    if (this.clock() - known.many.at < KEPT_MS) return known.many.rows as T;
    return this.next(known, count);
  }

  private first<T extends Rows>(key: string, count: () => Promise<T>): Promise<T> {
    const counted: Counted = { many: null, next: null };
    this.known.set(key, counted);
    return this.next(counted, count);
  }

  /** One count for all who ask while it runs. */
  private next<T extends Rows>(counted: Counted, count: () => Promise<T>): Promise<T> {
    counted.next ??= this.anew(counted, count).finally(() => {
      counted.next = null;
    });
    return counted.next as Promise<T>;
  }

  private async anew<T extends Rows>(counted: Counted, count: () => Promise<T>): Promise<T> {
    const at = this.clock();
    const rows = await count();
    const sum = rows.reduce((total, { n }) => total + Number(n), 0);
    counted.many = sum >= LARGE ? { rows, at } : null;
    return rows;
  }
}
