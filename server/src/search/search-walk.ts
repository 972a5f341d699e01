import { isTitleWord, type SearchQuery, type SearchRank, type SearchWay } from '@consult/shared';
import type { Need, Postings } from './postings.js';
import {
  type Bits,
  blockOf,
  lessen,
  narrow,
  narrowBy,
  noBits,
  offsetsIn,
  readBits,
  type StoredBits,
  standingAt,
  widen,
  widenBy,
} from './search-bits.js';
import { SHELF_PARTS, STANDING_MAX, standingOf } from './search-shelves.js';

/** Where the results of a search go on. */
export interface Place {
  readonly rank: number;
  readonly below: number;
}

/** One shelf, and which of what stands there may be found. */
export interface Shelf {
  readonly number: number;
  /** See markOf. */
  readonly facts: readonly string[];
}

/** So many blocks are read at first, and eight times as many each time there was not enough. */
const FIRST_SPAN = 1;
const SPAN_MAX = 64;
/** So many words are read before it is seen whether any text has them all. */
const WORDS_AT_ONCE = 8;
/** Of more than a few blocks so many of the rarest words are read before the others: mostly they leave few blocks. */
const RAREST = 2;
const FEW_BLOCKS = 3;
/** In so many of the numbers a digit may be wrong. */
const WAYS_MAX = 3;

/** What one way of one rank needs on one shelf: all of these and, where there are any, one of those. */
interface Want {
  readonly all: readonly Need[];
  readonly oneOf: readonly Need[];
}

/** Walks through all that the index offers for one search, best first. */
export class SearchWalk {
  private readonly wants: readonly (readonly Want[])[];

  /** @param blocks all that there are, highest first */
  constructor(
    private readonly postings: Postings,
    search: Pick<SearchQuery, 'ranks'>,
    shelves: readonly Shelf[],
    private readonly blocks: readonly number[],
  ) {
    this.wants = search.ranks.map((rank) => shelves.flatMap((shelf) => wantsOf(rank, shelf)));
  }

  /** Each text once, in its best rank. */
  async *from(start: Place): AsyncGenerator<Place> {
    for (let rank = start.rank; rank < this.wants.length; rank += 1) {
      const top = rank === start.rank ? start.below : STANDING_MAX;
      for await (const blocks of this.spans(rank, top)) {
        for (const [block, bits] of await this.only(rank, blocks)) {
          for (const offset of offsetsIn(bits)) {
            const below = standingAt(block, offset);
            if (below < top) yield { rank, below };
          }
        }
      }
    }
  }

  /**
   * The blocks that may hold something of a rank below a standing, from the top, more at a time the further down; as soon
   * as it is known of a word that few texts have it, all of those that have it at once.
   */
  private async *spans(rank: number, top: number): AsyncGenerator<number[]> {
    const left = this.blocks.filter((block) => block <= blockOf(top));
    for (let at = 0, size = FIRST_SPAN; at < left.length; size = Math.min(8 * size, SPAN_MAX)) {
      const few = (this.wants[rank] ?? []).map(({ all }) => this.postings.fewestOf(all));
      if (few.every((need) => need !== undefined)) {
        await this.postings.loadWhole(few);
        const having = new Set(few.flatMap((need) => this.postings.blocksOf(need)));
        const rest = left.slice(at).filter((block) => having.has(block));
        for (let i = 0; i < rest.length; i += SPAN_MAX) yield rest.slice(i, i + SPAN_MAX);
        return;
      }
      yield left.slice(at, at + size);
      at += size;
    }
  }

  /** The texts of a rank that are in no better one, highest block first. */
  private async only(rank: number, blocks: readonly number[]): Promise<[number, Bits][]> {
    const found = await this.matches(rank, blocks);
    for (let better = 0; better < rank && found.size > 0; better += 1) {
      const there = await this.matches(better, [...found.keys()]);
      for (const [block, others] of there) {
        const bits = found.get(block);
        if (bits !== undefined && !lessen(bits, others)) found.delete(block);
      }
    }
    return [...found].sort(([a], [b]) => b - a);
  }

  private async matches(rank: number, blocks: readonly number[]): Promise<Map<number, Bits>> {
    const found = new Map<number, Bits>();
    for (const want of this.wants[rank] ?? []) {
      for (const [block, bits] of await this.fulfilled(want, blocks)) {
        const others = found.get(block);
        if (others === undefined) found.set(block, bits);
        else widenBy(others, bits);
      }
    }
    return found;
  }

  private async fulfilled({ all, oneOf }: Want, blocks: readonly number[]): Promise<Map<number, Bits>> {
    let found: Map<number, Bits> | null = null;
    const keep = async (
      needs: readonly Need[],
      join: (having: readonly StoredBits[], before?: Bits) => Bits | null,
    ) => {
      const before: Map<number, Bits> = found ?? new Map();
      const left = found === null ? blocks : [...before.keys()];
      await this.postings.load(needs, left);
      found = new Map();
      for (const block of left) {
        const having = needs.flatMap((need) => this.postings.of(need, block) ?? []);
        const bits = join(having, before.get(block));
        if (bits !== null) found.set(block, bits);
      }
    };
    for (const needs of this.inTurns(all, blocks.length)) {
      await keep(needs, (having, before) => (having.length < needs.length ? null : allOf(having, before)));
    }
    if (oneOf.length > 0) await keep(oneOf, anyOf);
    return found ?? new Map();
  }

  private *inTurns(all: readonly Need[], blocks: number): Generator<Need[]> {
    const needs = this.postings.rarestFirst(all);
    let size = blocks > FEW_BLOCKS ? RAREST : WORDS_AT_ONCE;
    for (let from = 0; from < needs.length; from += size, size = WORDS_AT_ONCE) yield needs.slice(from, from + size);
  }
}

/** What all of them have, and what was found before has. @returns null: nothing */
function allOf([first, ...rest]: readonly StoredBits[], before?: Bits): Bits | null {
  if (first === undefined) return before ?? null;
  const bits = before ?? readBits(first);
  if (before !== undefined && !narrow(bits, first)) return null;
  return rest.every((stored) => narrow(bits, stored)) ? bits : null;
}

/** What one of them has, and what was found before has. @returns null: nothing */
function anyOf(having: readonly StoredBits[], before?: Bits): Bits | null {
  if (having.length === 0) return null;
  const bits = noBits();
  for (const stored of having) widen(bits, stored);
  return before === undefined || narrowBy(bits, before) ? bits : null;
}

/** Single characters stand with the titles, facts with the texts. */
function wantsOf({ part, ways }: SearchRank, { number, facts }: Shelf): Want[] {
  const needOf = (word: string): Need => ({ shelf: number + SHELF_PARTS[isTitleWord(word) ? 'title' : part], word });
  return ways.slice(0, WAYS_MAX).map(({ words, oneOf }: SearchWay) => ({
    all: [...words.map(needOf), ...facts.map((word) => ({ shelf: number + SHELF_PARTS.text, word }))],
    oneOf: oneOf.map(needOf),
  }));
}

/** All blocks of open texts, or of closed ones, highest first. */
export function blocksOf(newest: number, isOpen: boolean): number[] {
  const [lowest, highest] = [blockOf(standingOf(0, isOpen)), blockOf(standingOf(newest, isOpen))];
  return Array.from({ length: highest - lowest + 1 }, (_, i) => highest - i);
}
