import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { fingerprint, isStamped, stamp, unstamp } from './fingerprint.mjs';
import { dependenciesFingerprint } from './install.mjs';
import { run } from './processes.mjs';
import { at, CACHE, manifest, packageScript } from './workspace.mjs';

/**
 * What can be built: the package and its script, what it reads, the folder it makes and the file that shows it
 * was made, and the builds that come first. `env` lists settings that end up inside the result.
 */
export const BUILDS = {
  shared: {
    title: 'shared rules',
    folder: 'shared',
    script: 'build',
    inputs: ['tsconfig.base.json', 'shared/tsconfig.json', 'shared/tsconfig.build.json', 'shared/src'],
    makes: 'shared/dist',
    proof: 'index.js',
    needs: [],
    env: [],
  },
  'opinion-map': {
    title: 'opinion map',
    folder: 'server/opinion-map',
    script: 'build',
    inputs: [
      'tsconfig.base.json',
      ...['tsconfig.json', 'tsconfig.build.json', 'src'].map((file) => `server/opinion-map/${file}`),
    ],
    makes: 'server/opinion-map/dist',
    proof: 'index.js',
    needs: [],
    env: [],
  },
  server: {
    title: 'server',
    folder: 'server',
    script: 'build',
    inputs: ['tsconfig.base.json', 'server/tsconfig.json', 'server/tsconfig.build.json', 'server/src'],
    makes: 'server/dist',
    proof: 'main.js',
    needs: ['shared', 'opinion-map'],
    env: [],
  },
  h5: {
    title: 'web app',
    folder: 'miniprogram',
    script: 'build:h5',
    inputs: clientInputs(),
    makes: 'miniprogram/dist/h5',
    proof: 'index.html',
    needs: ['shared'],
    env: [],
  },
  weapp: {
    title: 'mini program',
    folder: 'miniprogram',
    script: 'build:weapp',
    inputs: clientInputs(),
    makes: 'miniprogram/dist/weapp',
    proof: 'app.json',
    needs: ['shared'],
    env: ['TARO_APP_API_BASE'],
  },
};

function clientInputs() {
  const files = ['.browserslistrc', 'babel.config.cjs', 'config', 'project.config.json', 'src', 'tsconfig.json'];
  return ['tsconfig.base.json', ...files.map((file) => `miniprogram/${file}`)];
}

/** @returns {string} the fingerprint of everything that a build depends on */
function buildFingerprint(name) {
  const build = BUILDS[name];
  const settings = build.env.map((key) => `${key}=${process.env[key] ?? ''}`);
  const command = manifest(build.folder).scripts[build.script];
  return fingerprint(build.inputs, [
    dependenciesFingerprint(),
    command,
    ...settings,
    ...build.needs.map(buildFingerprint),
  ]);
}

const stampOf = (name) => path.join(CACHE, 'builds', name);

/** @returns {boolean} whether the result of a build is there and its inputs are unchanged */
export function isBuilt(name) {
  const build = BUILDS[name];
  return existsSync(at(build.makes, build.proof)) && isStamped(stampOf(name), buildFingerprint(name));
}

/**
 * Builds one thing; its `needs` must have been built. What an earlier build left is removed, so that a file whose
 * source is gone does not stay.
 * @throws Failure with what the compiler said
 */
export async function build(name) {
  const { title, folder, script, makes, proof } = BUILDS[name];
  const before = buildFingerprint(name);
  unstamp(stampOf(name));
  rmSync(at(makes), { recursive: true, force: true });
  const { command, cwd } = packageScript(folder, script);
  const { ok, output } = await run(command, { cwd, env: { NODE_ENV: undefined } });
  if (!ok || !existsSync(at(makes, proof)))
    throw new Failure(`The ${title} could not be built (see above).`, afterProgress(output));
  stamp(stampOf(name), before);
}

/** The bundler draws its progress over and over, even into a pipe; what follows the last erasing is what it says. */
function afterProgress(output) {
  const erase = '\u001b[G';
  const last = output.lastIndexOf(erase);
  return last === -1 ? output : output.slice(last + erase.length);
}
