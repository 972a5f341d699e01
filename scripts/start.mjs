// `npm start`. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
import('./lib/start.mjs').then((module) => module.start(process.argv.slice(2)));
