import { type EntityManager, In } from 'typeorm';
import { SearchBlockEntity } from './search.entity.js';
import {
  type Bits,
  blockOf,
  isEmpty,
  noBits,
  offsetOf,
  readBits,
  setBit,
  storedBits,
  writeBits,
} from './search-bits.js';
import type { SearchKey } from './search-keys.js';
import { SHELF_PARTS } from './search-shelves.js';

/** So many rows are read or written by one statement. */
const ROWS = 200;

/** Where the words of a text stand. */
interface Standing {
  /** Of its county, without the part. */
  readonly shelf: number;
  readonly standing: number;
}

/** One block of one shelf, and what changes there: for each word, which of its bits become what. */
interface BlockEdit {
  readonly shelf: number;
  readonly block: number;
  readonly words: Map<string, Map<number, boolean>>;
}

/** Collects what changes in the index, so that a block that many texts change is written once. */
export class BlockEdits {
  private readonly edits = new Map<string, BlockEdit>();

  set(standing: Standing, keys: readonly SearchKey[]): void {
    this.put(standing, keys, true);
  }

  clear(standing: Standing, keys: readonly SearchKey[]): void {
    this.put(standing, keys, false);
  }

  async write(db: EntityManager): Promise<void> {
    for (const { shelf, block, words } of this.edits.values()) {
      const all = [...words];
      for (let from = 0; from < all.length; from += ROWS)
        await writeBlock(db, shelf, block, all.slice(from, from + ROWS));
    }
  }

  private put({ shelf, standing }: Standing, keys: readonly SearchKey[], on: boolean): void {
    const [block, offset] = [blockOf(standing), offsetOf(standing)];
    for (const { part, word } of keys) {
      const place = shelf + SHELF_PARTS[part];
      const name = `${place} ${block}`;
      const edit = this.edits.get(name) ?? { shelf: place, block, words: new Map() };
      this.edits.set(name, edit);
      const bits = edit.words.get(word) ?? new Map<number, boolean>();
      edit.words.set(word, bits.set(offset, on));
    }
  }
}

async function writeBlock(
  db: EntityManager,
  shelf: number,
  block: number,
  edits: readonly (readonly [string, ReadonlyMap<number, boolean>])[],
): Promise<void> {
  const rows = await db.findBy(SearchBlockEntity, { shelf, block, word: In(edits.map(([word]) => word)) });
  const stored = new Map(rows.map(({ word, bits }) => [word, readBits(storedBits(bits))]));
  const [full, empty]: [[string, Bits][], string[]] = [[], []];
  for (const [word, changes] of edits) {
    const bits = stored.get(word) ?? noBits();
    for (const [offset, on] of changes) setBit(bits, offset, on);
    if (!isEmpty(bits)) full.push([word, bits]);
    else if (stored.has(word)) empty.push(word);
  }
  if (empty.length > 0) await db.delete(SearchBlockEntity, { shelf, block, word: In(empty) });
  if (full.length === 0) return;
  await db.query(
    `REPLACE INTO search_blocks (shelf, word, block, bits) VALUES ${full.map(() => '(?, ?, ?, ?)').join(', ')}`,
    full.flatMap(([word, bits]) => [shelf, word, block, writeBits(bits)]),
  );
}
