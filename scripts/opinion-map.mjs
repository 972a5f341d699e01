// `npm run --silent opinion-map -- FILE.csv`. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
import('./lib/opinion-map.mjs').then((module) => module.opinionMap(process.argv.slice(2)));
