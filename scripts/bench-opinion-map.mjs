// `npm run bench:opinion-map`. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
import('./bench/opinion-map.mjs').then((module) => module.bench());
