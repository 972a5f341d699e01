import { isTitleWord, SEARCH_LEVELS, type SearchQuery, type SearchRank, type SearchWay } from '@consult/shared';
import type { Need, Postings } from './postings.js';
import {
  type Bits,
  blockOf,
  common,
  lessen,
  narrowBy,
  noBits,
  offsetsIn,
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

/** So many blocks are read at first, and eight times as many each time there was not enough; where there was hardly anything, all. */
const FIRST_SPAN = 1;
const SPAN_MAX = { some: 64, few: 512 };
/** So many words are read before it is seen whether any text has them all. */
const WORDS_AT_ONCE = 8;
/** As long as more than a few blocks are left, the rarest words are read before the others, then one by one: each leaves fewer. */
const RAREST = 2;
const FEW_BLOCKS = 3;
/** Where so many blocks and all before them gave less than that, further ranks will be walked through. */
const MANY_BLOCKS = 8;
const ENOUGH = 4;
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
  /** For each rank the last one that has all its texts too. */
  private readonly widest: readonly number[];
  /** For each rank the better ones that together have all that any better one has. */
  private readonly better: readonly (readonly number[])[];
  /** Of each rank that is the widest of some, whether a block has any of its texts, as far as it was looked for. */
  private readonly holding = new Map<number, Map<number, boolean>>();
  /** So many texts of the rank that is walked through. */
  private offered = 0;

  /** @param blocks all that there are, highest first */
  constructor(
    private readonly postings: Postings,
    { ranks }: Pick<SearchQuery, 'ranks'>,
    shelves: readonly Shelf[],
    private readonly blocks: readonly number[],
  ) {
    this.wants = ranks.map((rank) => shelves.flatMap((shelf) => wantsOf(rank, shelf)));
    this.widest = ranks.map((rank) => ranks.findLastIndex((other) => isWithin(rank, other)));
    this.better = ranks.map((_, at) => {
      const before = ranks.slice(0, at);
      return before.flatMap((rank, i) => (before.slice(i + 1).some((other) => isWithin(rank, other)) ? [] : [i]));
    });
  }

  /** Each text once, in its best rank. */
  async *from(start: Place): AsyncGenerator<Place> {
    for (let rank = start.rank; rank < this.wants.length; rank += 1) {
      const top = rank === start.rank ? start.below : STANDING_MAX;
      this.offered = 0;
      for await (const blocks of this.spans(rank, top)) {
        for (const [block, bits] of await this.only(rank, await this.promising(rank, blocks))) {
          for (const offset of offsetsIn(bits)) {
            const below = standingAt(block, offset);
            if (below >= top) continue;
            this.offered += 1;
            yield { rank, below };
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
    for (
      let at = 0, size = FIRST_SPAN;
      at < left.length;
      size = this.isScarce(size) ? SPAN_MAX.few : Math.min(8 * size, SPAN_MAX.some)
    ) {
      const few = (this.wants[rank] ?? []).map(({ all }) => this.postings.fewestOf(all));
      if (few.every((need) => need !== undefined)) {
        await this.postings.loadWhole(few);
        const having = new Set(few.flatMap((need) => this.postings.blocksOf(need)));
        const rest = left.slice(at).filter((block) => having.has(block));
        for (let i = 0; i < rest.length; i += SPAN_MAX.some) yield rest.slice(i, i + SPAN_MAX.some);
        return;
      }
      yield left.slice(at, at + size);
      at += size;
    }
  }

  /**
   * The blocks that may have something of a rank: where little was found so far, first of all what the widest rank has is
   * looked for, as the other blocks need not be looked through for any rank within it.
   */
  private async promising(rank: number, blocks: readonly number[]): Promise<readonly number[]> {
    const widest = this.widest[rank] ?? rank;
    if (widest !== rank && this.isScarce(blocks.length - 1)) {
      const holding = this.holding.get(widest) ?? new Map<number, boolean>();
      this.holding.set(widest, holding);
      const unknown = blocks.filter((block) => !holding.has(block));
      const found = await this.matches(widest, unknown);
      for (const block of unknown) holding.set(block, found.has(block));
    }
    return this.notWithout(rank, blocks);
  }

  /** The blocks of which it is not known that they have nothing of a rank. */
  private notWithout(rank: number, blocks: readonly number[]): readonly number[] {
    const holding = this.holding.get(this.widest[rank] ?? rank);
    return holding === undefined ? blocks : blocks.filter((block) => holding.get(block) !== false);
  }

  /** Whether so many blocks, and all before them, gave hardly anything. */
  private isScarce(blocks: number): boolean {
    return blocks >= MANY_BLOCKS && this.offered < ENOUGH;
  }

  /** The texts of a rank that are in no better one, highest block first. */
  private async only(rank: number, blocks: readonly number[]): Promise<[number, Bits][]> {
    const found = await this.matches(rank, blocks);
    for (const better of this.better[rank] ?? []) {
      if (found.size === 0) break;
      const there = await this.matches(better, this.notWithout(better, [...found.keys()]));
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
    const found = new Map<number, Bits>();
    let left = blocks;
    const keep = async (
      needs: readonly Need[],
      join: (having: readonly StoredBits[], before?: Bits) => Bits | null,
    ) => {
      await this.postings.load(needs, left);
      left = left.filter((block) => {
        const having = needs.flatMap((need) => this.postings.of(need, block) ?? []);
        const bits = join(having, found.get(block));
        if (bits === null) found.delete(block);
        else found.set(block, bits);
        return bits !== null;
      });
    };
    let needs = this.postings.rarestFirst(all);
    for (let some = RAREST; needs.length > 0 && left.length > 0; some = 1) {
      const turn = needs.slice(0, left.length > FEW_BLOCKS ? some : WORDS_AT_ONCE);
      await keep(turn, (having, before) => (having.length < turn.length ? null : common(having, before)));
      needs = needs.slice(turn.length);
    }
    if (oneOf.length > 0) await keep(oneOf, anyOf);
    return found;
  }
}

/** What one of them has, and what was found before has. @returns null: nothing */
function anyOf(having: readonly StoredBits[], before?: Bits): Bits | null {
  if (having.length === 0) return null;
  const bits = noBits();
  for (const stored of having) widen(bits, stored);
  return before === undefined || narrowBy(bits, before) ? bits : null;
}

/**
 * Whether all that is in one rank is in another too: what is in a title is in the text, and what stands together has the
 * words of what does not. Typos are for themselves.
 */
const isWithin = (rank: SearchRank, other: SearchRank): boolean =>
  (rank.level === 'typo') === (other.level === 'typo') &&
  (rank.part === other.part || other.part === 'text') &&
  SEARCH_LEVELS.indexOf(rank.level) <= SEARCH_LEVELS.indexOf(other.level);

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
