import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { OpinionMap, OpinionMapInput } from '@consult/opinion-map';
import { MINUTE_MS } from '@consult/shared';
import { Injectable } from '@nestjs/common';

/** Longer than any round takes; a thread that hangs is ended. */
const LONGEST_MS = MINUTE_MS;
/** Built JavaScript of a package of its own, so that it is found from sources and from the built server alike. */
const SCRIPT = createRequire(import.meta.url).resolve('@consult/opinion-map/worker');

/** Does the mathematics in a thread of its own, so that requests go on meanwhile. */
@Injectable()
export class MapMaths {
  /** @throws whatever the mathematics throws, and when it takes longer than a minute */
  compute(input: OpinionMapInput): Promise<OpinionMap> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(SCRIPT, { workerData: input });
      const timer = setTimeout(() => {
        reject(new Error('the opinion map took too long'));
        void worker.terminate();
      }, LONGEST_MS);
      const done = (settle: () => void) => {
        clearTimeout(timer);
        settle();
      };
      worker.once('message', (map: OpinionMap) => done(() => resolve(map)));
      worker.once('error', (error) => done(() => reject(error)));
      worker.once('exit', (code) => done(() => reject(new Error(`the thread of the opinion map ended with ${code}`))));
    });
  }
}
