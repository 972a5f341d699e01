import type { EntityManager } from 'typeorm';
import { atLeast, type StoredBits, storedBits } from './search-bits.js';
import type { WordDensities } from './word-densities.js';

/** A word on a shelf, its part included. */
export interface Need {
  readonly shelf: number;
  readonly word: string;
}

/** What of one word was read. */
interface Known {
  /** By block; null: read, and nothing is there. */
  readonly blocks: Map<number, StoredBits | null>;
  /** All there is was read. */
  isWhole: boolean;
  /** See atLeast, of all of them. */
  count: number;
}

/** What one search has read of the index: no block of a word twice. */
export class Postings {
  private readonly known = new Map<string, Known>();

  /** @param size how many blocks the index has */
  constructor(
    private readonly db: EntityManager,
    private readonly densities: WordDensities,
    private readonly size: number,
  ) {}

  /** Reads these blocks of these words. */
  async load(needs: readonly Need[], blocks: readonly number[]): Promise<void> {
    const wanted = new Map<number, { needs: Set<Need>; blocks: Set<number> }>();
    for (const need of needs) {
      const known = this.knownOf(need);
      const missing = known.isWhole ? [] : blocks.filter((block) => !known.blocks.has(block));
      if (missing.length === 0) continue;
      const of = wanted.get(need.shelf) ?? { needs: new Set(), blocks: new Set() };
      wanted.set(need.shelf, of);
      of.needs.add(need);
      for (const block of missing) {
        of.blocks.add(block);
        known.blocks.set(block, null);
      }
    }
    for (const [shelf, of] of wanted) await this.read(shelf, [...of.needs], [...of.blocks]);
  }

  /** Reads all blocks of these words at once: for such as few texts have. */
  async loadWhole(needs: readonly Need[]): Promise<void> {
    const wanted = new Map<number, Need[]>();
    for (const need of needs) {
      const known = this.knownOf(need);
      if (known.isWhole) continue;
      known.isWhole = true;
      known.count = 0;
      wanted.set(need.shelf, [...(wanted.get(need.shelf) ?? []), need]);
    }
    for (const [shelf, of] of wanted) await this.read(shelf, of, null);
  }

  /** Which texts of a block that was loaded have a word; null: none. */
  of(need: Need, block: number): StoredBits | null {
    return this.knownOf(need).blocks.get(block) ?? null;
  }

  /** The blocks that were loaded and have something of a word. */
  blocksOf(need: Need): number[] {
    return [...this.knownOf(need).blocks].flatMap(([block, stored]) => (stored === null ? [] : [block]));
  }

  /** These words with the rarest first, as far as it is known. */
  rarestFirst(needs: readonly Need[]): Need[] {
    return [...needs].sort((a, b) => this.densities.compare(keyOf(a), keyOf(b)));
  }

  /** The rarest of these words, if few texts have it; undefined where that is not so, or not known. */
  fewestOf(needs: readonly Need[]): Need | undefined {
    const [rarest] = this.rarestFirst(needs);
    return rarest !== undefined && this.densities.hasFew(keyOf(rarest), this.size) ? rarest : undefined;
  }

  /** @param blocks null: all */
  private async read(shelf: number, needs: readonly Need[], blocks: readonly number[] | null): Promise<void> {
    const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
    const [where, params] =
      blocks === null
        ? ['', []]
        : isRun(blocks)
          ? ['AND block BETWEEN ? AND ?', [Math.min(...blocks), Math.max(...blocks)]]
          : [`AND block IN (${marks(blocks)})`, blocks];
    const words = needs.map(({ word }) => word);
    const rows: { word: string; block: number; bits: Buffer }[] = await this.db.query(
      `SELECT word, block, bits FROM search_blocks WHERE shelf = ? AND word IN (${marks(words)}) ${where}`,
      [shelf, ...words, ...params],
    );
    for (const { word, block, bits } of rows) {
      const known = this.knownOf({ shelf, word });
      const stored = storedBits(bits);
      known.blocks.set(Number(block), stored);
      known.count += atLeast(stored);
    }
    for (const need of needs) {
      const { isWhole, blocks: read, count } = this.knownOf(need);
      this.densities.learn(keyOf(need), count, isWhole ? this.size : read.size);
    }
  }

  private knownOf(need: Need): Known {
    const key = keyOf(need);
    const known = this.known.get(key) ?? { blocks: new Map(), isWhole: false, count: 0 };
    this.known.set(key, known);
    return known;
  }
}

const keyOf = ({ shelf, word }: Need): string => `${shelf} ${word}`;

/** Whether there is no gap between the lowest and the highest. */
const isRun = (blocks: readonly number[]): boolean => Math.max(...blocks) - Math.min(...blocks) + 1 === blocks.length;
