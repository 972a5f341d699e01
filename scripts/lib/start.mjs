import path from 'node:path';
import { BUILDS, build, isBuilt } from './builds.mjs';
import { Failure, showFailure } from './failure.mjs';
import { install, isInstalled } from './install.mjs';
import { requireFreePort } from './ports.mjs';
import { step } from './say.mjs';
import { serve } from './serve.mjs';
import { startStandin, wantsStandin } from './standin.mjs';
import { at, ROOT } from './workspace.mjs';
import { requireWritable } from './writable.mjs';

const DEFAULT_PORT = '3000';
const DEFAULT_HOST = '0.0.0.0';
const USAGE = 'Usage: npm start [-- --reset]   (--reset makes the demo county anew; PORT and DATA_DIR are respected)';

/** In the order of building. */
const NEEDED = ['shared', 'opinion-map', 'server', 'h5'];

/**
 * Gets, builds and runs everything, in the foreground. Ends the process.
 * @param {string[]} args of the command line
 */
export async function start(args) {
  try {
    const unknown = args.filter((arg) => arg !== '--reset');
    if (unknown.length > 0) throw new Failure(`Unknown: ${unknown.join(' ')}. ${USAGE}`);
    const env = {
      PORT: process.env.PORT || DEFAULT_PORT,
      HOST: process.env.HOST || DEFAULT_HOST,
      DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data'),
      SERVE_APP: at(BUILDS.h5.makes),
    };
    await requireFreePort(env.PORT, env.HOST);
    requireWritable(env.DATA_DIR);
    if (!isInstalled()) {
      requireWritable(ROOT);
      await step('Installing the dependencies (minutes, the first time)', install);
    }
    for (const name of NEEDED) {
      if (!isBuilt(name)) await step(`Building the ${BUILDS[name].title}`, () => build(name));
    }
    const standin = wantsStandin(process.env) ? await startStandin(env) : null;
    const server = [at(BUILDS.server.makes, BUILDS.server.proof), ...args];
    process.exitCode = await serve(server, { ...env, ...standin?.env });
    await standin?.stop();
  } catch (error) {
    showFailure(error);
    process.exitCode = 1;
  }
}
