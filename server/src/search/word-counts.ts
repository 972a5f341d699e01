import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';

/** A word on a shelf, see search-shelves. */
export interface Need {
  readonly shelf: number;
  readonly word: string;
}

/** A word in so many texts is common, and stays so. */
const COMMON = 1_000;
const REMEMBERED = 20_000;
const REMEMBERED_MS = 10 * 60_000;

/** In how many texts words are: it decides in which order they are looked up. */
@Injectable()
export class WordCounts {
  /** Of common words alone, for which it does not matter that a count is a few minutes old. */
  private readonly common = new LRUCache<string, { n: number; upTo: number }>({
    max: REMEMBERED,
    ttl: REMEMBERED_MS,
  });

  /** @param upTo counting stops there */
  async of(db: EntityManager, needs: readonly Need[], upTo: number): Promise<Map<Need, number>> {
    const counts = new Map<Need, number>();
    const unknown: Need[] = [];
    for (const need of needs) {
      const known = this.common.get(keyOf(need));
      // Counted to a lower end it may be more.
      if (known === undefined || (known.n === known.upTo && known.upTo < upTo)) unknown.push(need);
      else counts.set(need, Math.min(known.n, upTo));
    }
    for (const [i, n] of (await this.count(db, unknown, upTo)).entries()) {
      const need = unknown[i];
      if (need === undefined) continue;
      counts.set(need, n);
      if (n >= COMMON) this.common.set(keyOf(need), { n, upTo });
    }
    return counts;
  }

  private async count(db: EntityManager, needs: readonly Need[], upTo: number): Promise<number[]> {
    if (needs.length === 0) return [];
    const one = `SELECT ? AS i, COUNT(*) AS n FROM (SELECT 1 AS one FROM search_words WHERE shelf = ? AND word = ? LIMIT ?) c`;
    const rows: { i: number; n: number }[] = await db.query(
      needs.map(() => one).join(' UNION ALL '),
      needs.flatMap(({ shelf, word }, i) => [i, shelf, word, upTo]),
    );
    return needs.map((_, i) => Number(rows.find((row) => Number(row.i) === i)?.n ?? 0));
  }
}

const keyOf = ({ shelf, word }: Need): string => `${shelf}${word}`;
