import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, isBuilt } from './builds.mjs';
import { Failure } from './failure.mjs';
import { startMariadb } from './mariadb.mjs';
import { run } from './processes.mjs';
import { findProgram } from './programs.mjs';
import { startRedis } from './redis.mjs';
import { checkResult, jestResult, nodeTestResult } from './test-results.mjs';
import { at, CACHE, packageScript } from './workspace.mjs';

/** A stage that takes longer than this hangs. Milliseconds. */
const LIMIT = 60 * 60_000;
/** So does one test of the scripts that takes longer than this. Milliseconds. */
const NODE_TEST_LIMIT = 3 * 60_000;

const KINDS = { build: runBuild, check: runCheck, jest: runJest, node: runNodeTests };

/**
 * @param {object} stage a row of STAGES
 * @returns {Promise<import('./test-results.mjs').Result>} never rejects: whatever goes wrong is a failure of the stage
 */
export async function runStage(stage) {
  try {
    return await KINDS[stage.kind](stage);
  } catch (error) {
    const output = error instanceof Failure ? `${error.output}\n${error.message}\n` : `${error.stack}\n`;
    return checkResult({ ok: false, output });
  }
}

async function runBuild({ build: name }) {
  if (!isBuilt(name)) await build(name);
  return checkResult({ ok: true, output: '' });
}

async function runCheck({ folder, script }) {
  const { command, cwd } = packageScript(folder, script);
  return checkResult(await run(command, { cwd, limit: LIMIT, env: { NODE_ENV: undefined } }));
}

async function runJest({ name, folder, script, lanes, mariadb, redis }) {
  const report = reportFile(name);
  const options = ['--ci', '--json', `--outputFile=${report}`, `--maxWorkers=${lanes}`];
  const { command, cwd } = packageScript(folder, script, options);
  const database = mariadb ? await startMariadb() : null;
  let bus = null;
  try {
    if (redis) bus = await startRedis();
    const env = {
      NODE_ENV: undefined,
      TEST_MARIADB_URL: database?.url,
      TEST_REDIS_URL: bus?.url,
      CHROMIUM_PATH: findProgram('chromium') ?? undefined,
    };
    return jestResult(await run(command, { cwd, limit: LIMIT, env }), report);
  } finally {
    await bus?.stop();
    await database?.stop();
  }
}

async function runNodeTests({ name, folder }) {
  const report = reportFile(name);
  const files = readdirSync(at(folder, 'test')).filter((file) => file.endsWith('.test.mjs'));
  const command = [
    process.execPath,
    '--test',
    `--test-timeout=${NODE_TEST_LIMIT}`,
    `--test-reporter=${at('scripts', 'lib', 'node-test-reporter.mjs')}`,
    `--test-reporter-destination=${report}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    ...files.map((file) => at(folder, 'test', file)),
  ];
  return nodeTestResult(await run(command, { limit: LIMIT, env: { NODE_ENV: undefined } }), report);
}

function reportFile(name) {
  const file = path.join(CACHE, 'test-results', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
