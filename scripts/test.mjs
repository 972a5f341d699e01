// `npm test`. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
import('./lib/test.mjs').then((module) => module.test(process.argv.slice(2)));
