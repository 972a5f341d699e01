// `npm run bench`. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
import('./bench/bench.mjs').then((module) => module.bench(process.argv.slice(2)));
