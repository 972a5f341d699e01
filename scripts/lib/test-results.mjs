import { existsSync, readFileSync } from 'node:fs';

/**
 * What a stage of the tests came to.
 * @typedef {{passed: number, failed: number, skipped: number, files: {file: string, ms: number}[], output: string}} Result
 */

/** @returns {Result} of a stage that is not made of tests: it counts only when it fails */
export function checkResult({ ok, output }) {
  return { passed: 0, failed: ok ? 0 : 1, skipped: 0, files: [], output: ok ? '' : output };
}

/** A runner that ended badly without naming a failed test counts as one failure. */
function testResult(ran, counts) {
  const failed = ran.ok ? counts.failed : Math.max(counts.failed, 1);
  return { ...counts, failed, output: failed > 0 ? ran.output : '' };
}

const NOTHING = { passed: 0, failed: 0, skipped: 0, files: [] };

/**
 * @param {{ok: boolean, output: string}} ran how Jest ended
 * @param {string} reportFile what its --outputFile wrote
 * @returns {Result} a test file that could not be run counts as one failure
 */
export function jestResult(ran, reportFile) {
  const report = readReport(reportFile);
  if (report === null) return testResult({ ...ran, ok: false }, NOTHING);
  return testResult(ran, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.map(({ name, startTime, endTime }) => ({ file: name, ms: endTime - startTime })),
  });
}

/**
 * @param {{ok: boolean, output: string}} ran how `node --test` ended
 * @param {string} reportFile what node-test-reporter.mjs wrote
 * @returns {Result}
 */
export function nodeTestResult(ran, reportFile) {
  const report = readReport(reportFile);
  return report === null ? testResult({ ...ran, ok: false }, NOTHING) : testResult(ran, report);
}

/** A runner that was cut short leaves no report, or the beginning of one. */
function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @returns {{passed: number, failed: number, skipped: number}} */
export function addUp(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** @returns {{file: string, ms: number}[]} the test files that took longest, the longest first */
export function slowest(results, count) {
  return results
    .flatMap((result) => result.files)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, count);
}
