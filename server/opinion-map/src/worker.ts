import { parentPort, workerData } from 'node:worker_threads';
import { type OpinionMapInput, opinionMap } from './opinion-map.js';

// The whole of a thread: it is given the votes, sends one map, and ends.
parentPort?.postMessage(opinionMap(workerData as OpinionMapInput));
