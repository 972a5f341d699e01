import os from 'node:os';
import path from 'node:path';
import { Failure, showFailure } from './failure.mjs';
import { install, isInstalled } from './install.mjs';
import { runStage } from './run-stage.mjs';
import { sayDuration, step } from './say.mjs';
import { choose, schedule } from './schedule.mjs';
import { STAGES } from './stages.mjs';
import { canInstallPackages, howToInstall, installPackages, missingNeeds } from './system-packages.mjs';
import { addUp, checkResult, slowest } from './test-results.mjs';
import { ROOT } from './workspace.mjs';

const SLOWEST_SHOWN = 10;
/** More lanes than this and the database and the browsers get in each other's way. */
const MOST_LANES = 4;

/**
 * Installs what is missing, runs the stages, and ends with the line `N passed, N failed`. Ends the process.
 * @param {string[]} names of stages, or of families such as `build`; none means all
 */
export async function test(names) {
  const began = Date.now();
  let totals = { passed: 0, failed: 1, skipped: 0 };
  try {
    const { chosen, unknown } = choose(STAGES, names);
    if (unknown.length > 0) throw new Failure(`No stage ${unknown.join(', ')}. There are: ${stageNames()}.`);
    await prepare(chosen);
    const results = [...(await runAll(chosen)).values()];
    showSlowest(results);
    totals = addUp(results);
    console.log(`\nThe whole took ${sayDuration(Date.now() - began)}.`);
    if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
  } catch (error) {
    showFailure(error);
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

function stageNames() {
  return STAGES.map((stage) => stage.name).join(', ');
}

async function prepare(stages) {
  const missing = await missingNeeds([...new Set(stages.flatMap((stage) => stage.system))]);
  if (missing.length > 0) {
    if (!canInstallPackages()) throw new Failure(howToInstall(missing));
    await step(`Installing ${missing.join(', ')} with apt-get`, () => installPackages(missing));
  }
  if (!isInstalled()) await step('Installing the dependencies', install);
}

function runAll(stages) {
  const lanes = Math.min(Math.max(os.availableParallelism(), 1), MOST_LANES);
  const timed = async (stage) => {
    const began = Date.now();
    const result = await runStage(stage);
    showStage(stage.name, sayDuration(Date.now() - began), result);
    return result;
  };
  const skip = (stage, failedNeed) => {
    const result = checkResult({ ok: false, output: '' });
    showStage(stage.name, `not run, as ${failedNeed} failed`, result);
    return result;
  };
  return schedule(stages, lanes, timed, (result) => result.failed > 0, skip);
}

function showStage(name, took, { passed, failed, skipped, output }) {
  const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
  const said = counts.filter(Boolean).join(', ') || 'ok';
  console.log(`${failed > 0 ? 'FAILED' : '      '} ${name.padEnd(22)} ${took.padStart(11)}   ${said}`);
  if (output) console.log(`${withoutPassing(output).trimEnd()}\n`);
}

/** Of what Jest printed, a person wants what failed. */
function withoutPassing(output) {
  return output.replace(/^PASS .*\n/gm, '');
}

function showSlowest(results) {
  const files = slowest(results, SLOWEST_SHOWN);
  if (files.length === 0) return;
  console.log('\nThe slowest test files:');
  for (const { file, ms } of files) console.log(`${sayDuration(ms).padStart(14)}  ${path.relative(ROOT, file)}`);
}
