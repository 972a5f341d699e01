import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Words that are remembered; one takes some 100 bytes. */
const REMEMBERED = 50_000;
/** Of a word with so few texts all that the index has is read at once. */
const FEW_TEXTS = 256;

/** One block alone may just have begun. */
const KNOWN_FROM = 2;

interface Learnt {
  /** How many texts of a block have it, on the average. */
  readonly perBlock: number;
  /** Of so many blocks. */
  readonly blocks: number;
}

/**
 * How many texts have a word, as this process learnt it from what it read. It decides how the index is read, never what is
 * found: what was never read, or has changed since, is read a little more slowly.
 */
@Injectable()
export class WordDensities {
  private readonly learnt = new LRUCache<string, Learnt>({ max: REMEMBERED });

  /** What was read of more blocks is known better: it stays. @param texts how many in these blocks have it */
  learn(key: string, texts: number, blocks: number): void {
    const known = this.learnt.get(key);
    if (known === undefined || blocks >= known.blocks) this.learnt.set(key, { perBlock: texts / blocks, blocks });
  }

  /** Whether few texts of an index of so many blocks have a word; false for one of which too little is known. */
  hasFew(key: string, blocks: number): boolean {
    const known = this.learnt.get(key);
    return known !== undefined && known.blocks >= KNOWN_FROM && known.perBlock * blocks <= FEW_TEXTS;
  }

  /** By how many texts of a block have it; what is not known comes last. */
  compare(a: string, b: string): number {
    const of = (key: string) => this.learnt.get(key)?.perBlock ?? Number.MAX_VALUE;
    return of(a) - of(b);
  }
}
