import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Words that are remembered; one takes some 100 bytes. */
const REMEMBERED = 50_000;
/** Of a word with so few texts all that the index has is read at once. */
const FEW_TEXTS = 256;

/**
 * How many texts have a word, as this process learnt it from what it read. It decides how the index is read, never what is
 * found: what was never read, or has changed since, is read a little more slowly.
 */
@Injectable()
export class WordDensities {
  private readonly learnt = new LRUCache<string, number>({ max: REMEMBERED });

  /** @param perBlock how many texts of a block have it, on the average of what was read */
  learn(key: string, perBlock: number): void {
    this.learnt.set(key, perBlock);
  }

  /** Whether few texts of an index of so many blocks have a word; false for one that nothing is known of. */
  hasFew(key: string, blocks: number): boolean {
    const perBlock = this.learnt.get(key);
    return perBlock !== undefined && perBlock * blocks <= FEW_TEXTS;
  }

  /** By how many texts of a block have it; what is not known comes last. */
  compare(a: string, b: string): number {
    return (this.learnt.get(a) ?? Number.MAX_VALUE) - (this.learnt.get(b) ?? Number.MAX_VALUE);
  }
}
