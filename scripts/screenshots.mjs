// `npm run screenshots`. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
import('./screenshots/screenshots.mjs').then((module) => module.screenshots());
