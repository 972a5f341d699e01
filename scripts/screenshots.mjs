// `npm run screenshots`, or some with `npm run screenshots -- NAME …`; `npm run screenshots -- --look FOLDER` for every screen in every look. Only syntax that old Node versions can read: see require-node.mjs.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const asked = process.argv.indexOf('--look');
if (asked === -1) import('./screenshots/screenshots.mjs').then((module) => module.screenshots(process.argv.slice(2)));
else import('./screenshots/look.mjs').then((module) => module.look(process.argv[asked + 1]));
