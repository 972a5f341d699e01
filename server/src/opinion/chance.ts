import { Injectable } from '@nestjs/common';

/** Chance; a test brings its own. */
@Injectable()
export class Chance {
  /** From 0 up to, not including, 1. */
  next(): number {
    return Math.random();
  }
}
