import type { EntityManager } from 'typeorm';
import { atLeast, offsetsStored, type StoredBits, standingAt, storedBits } from './search-bits.js';

/** A word on a shelf, its part included. */
export interface Need {
  readonly shelf: number;
  readonly word: string;
}

/** What of one word was read. */
interface Known {
  /** By block; null: read, and nothing is there. */
  readonly blocks: Map<number, StoredBits | null>;
  /** See atLeast, of all of them. */
  count: number;
}

/** What one search has read of the index: no block of a word twice. */
export class Postings {
  private readonly known = new Map<string, Known>();

  constructor(private readonly db: EntityManager) {}

  /** Reads these blocks of these words. */
  async load(needs: readonly Need[], blocks: readonly number[]): Promise<void> {
    const wanted = new Map<number, { words: Set<string>; blocks: Set<number> }>();
    for (const need of needs) {
      const known = this.knownOf(need).blocks;
      const missing = blocks.filter((block) => !known.has(block));
      if (missing.length === 0) continue;
      const of = wanted.get(need.shelf) ?? { words: new Set(), blocks: new Set() };
      wanted.set(need.shelf, of);
      of.words.add(need.word);
      for (const block of missing) {
        of.blocks.add(block);
        known.set(block, null);
      }
    }
    for (const [shelf, of] of wanted) await this.read(shelf, [...of.words], [...of.blocks]);
  }

  /** Which texts of a block that was loaded have a word; null: none. */
  of(need: Need, block: number): StoredBits | null {
    return this.knownOf(need).blocks.get(block) ?? null;
  }

  /** So many texts of what was read have a word, see atLeast. */
  atLeast(need: Need): number {
    return this.knownOf(need).count;
  }

  /** The texts of what was read that have a word. */
  standings(need: Need): number[] {
    return [...this.knownOf(need).blocks].flatMap(([block, stored]) =>
      stored === null ? [] : offsetsStored(stored).map((offset) => standingAt(block, offset)),
    );
  }

  /** These words with the rarest first, as far as what was read tells. */
  rarestFirst(needs: readonly Need[]): Need[] {
    const size = (need: Need) => {
      const { count, blocks } = this.knownOf(need);
      return count / Math.max(1, blocks.size);
    };
    return [...needs].sort((a, b) => size(a) - size(b));
  }

  /** Whether anything of each of these words was read, be it that nothing is there. */
  hasReadOf(needs: readonly Need[]): boolean {
    return needs.every((need) => this.knownOf(need).blocks.size > 0);
  }

  private async read(shelf: number, words: readonly string[], blocks: readonly number[]): Promise<void> {
    const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
    const rows: { word: string; block: number; bits: Buffer }[] = await this.db.query(
      `SELECT word, block, bits FROM search_blocks
       WHERE shelf = ? AND word IN (${marks(words)}) AND block ${isRun(blocks) ? 'BETWEEN ? AND ?' : `IN (${marks(blocks)})`}`,
      [shelf, ...words, ...(isRun(blocks) ? [Math.min(...blocks), Math.max(...blocks)] : blocks)],
    );
    for (const { word, block, bits } of rows) {
      const known = this.knownOf({ shelf, word });
      const stored = storedBits(bits);
      known.blocks.set(Number(block), stored);
      known.count += atLeast(stored);
    }
  }

  private knownOf({ shelf, word }: Need): Known {
    const key = `${shelf} ${word}`;
    const known = this.known.get(key) ?? { blocks: new Map(), count: 0 };
    this.known.set(key, known);
    return known;
  }
}

/** Whether there is no gap between the lowest and the highest. */
const isRun = (blocks: readonly number[]): boolean => Math.max(...blocks) - Math.min(...blocks) + 1 === blocks.length;
