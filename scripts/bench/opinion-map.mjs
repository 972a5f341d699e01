import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure, showFailure } from '../lib/failure.mjs';
import { loadOpinionMap } from '../lib/opinion-map.mjs';
import { run } from '../lib/processes.mjs';
import { at } from '../lib/workspace.mjs';
import { makeVotes } from './opinion-votes.mjs';

/** Debian's own: what `apt-get install python3-sklearn` serves. */
const PYTHON = '/usr/bin/python3';
const ROUNDS = 3;

/** What has to be reached: seconds, and megabytes at the peak. */
const SIZES = [
  { people: 2_000, statements: 900, votes: 225_000, seconds: 2 },
  { people: 10_000, statements: 1_000, votes: 2_000_000, seconds: 15, megabytes: 1_000 },
];
/** Twice the votes a step, by twice the people. */
const GROWTH = [1_250, 2_500, 5_000, 10_000].map((people) => ({ people, statements: 1_000, votes: people * 200 }));

/**
 * Measures the opinion map, beside scikit-learn's PCA and k-means on the same votes, turn about. Seconds are the
 * processor's, so that they are the same on a busy machine; on an idle one the clock shows no more.
 */
export async function bench() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'opinion-map-'));
  try {
    await loadOpinionMap('index.js');
    const compares = (await run([PYTHON, '-c', 'import sklearn'])).ok;
    if (!compares) console.log('There is no scikit-learn to compare with: apt-get install python3-sklearn.');
    for (const size of SIZES) await measureSize(folder, size, compares);
    await measureGrowth(folder);
  } catch (error) {
    showFailure(error);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureSize(folder, size, compares) {
  const file = write(folder, size);
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await measure([process.execPath, at('scripts/bench/opinion-map-run.mjs'), file]));
    if (compares) theirs.push(await measure([PYTHON, at('scripts/bench/opinion-map-sklearn.py'), file]));
  }
  const best = fastest(ours);
  const { people, statements, votes, seconds, megabytes } = size;
  console.log(`\n${people} people × ${statements} statements, ${votes} votes; the fastest of ${ROUNDS}`);
  console.log(`  opinion map   ${say(best)}   k = ${best.k}`);
  if (compares) {
    const other = fastest(theirs);
    console.log(`  scikit-learn  ${say(other)}`);
    console.log(
      `  ratio         ${(best.seconds / other.seconds).toFixed(2)} of its time, ${(best.megabytes / other.megabytes).toFixed(2)} of its memory`,
    );
  }
  if (best.seconds > seconds) throw new Failure(`It should have taken less than ${seconds} s.`);
  if (best.megabytes > (megabytes ?? Number.POSITIVE_INFINITY)) {
    throw new Failure(`It should have needed less than ${megabytes} MB.`);
  }
}

async function measureGrowth(folder) {
  console.log('\nGrowth\n     votes   seconds   seconds per million votes   peak MB');
  for (const size of GROWTH) {
    const file = write(folder, size);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await measure([process.execPath, at('scripts/bench/opinion-map-run.mjs'), file]));
    }
    const { seconds, megabytes } = fastest(rounds);
    const each = ((seconds / size.votes) * 1e6).toFixed(2);
    console.log(
      `${String(size.votes).padStart(10)}${seconds.toFixed(2).padStart(10)}${each.padStart(28)}${String(Math.round(megabytes)).padStart(10)}`,
    );
  }
}

const fastest = (rounds) => rounds.reduce((best, one) => (one.seconds < best.seconds ? one : best));
const say = ({ seconds, megabytes }) =>
  `${seconds.toFixed(2).padStart(6)} s   ${String(Math.round(megabytes)).padStart(5)} MB peak`;

/** A file that both programs read: three numbers, then persons and statements as int32 and votes as int8. */
function write(folder, { people, statements, votes }) {
  const made = makeVotes(people, statements, votes);
  const file = path.join(folder, 'votes.bin');
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(Int32Array.of(people, statements, votes).buffer),
      Buffer.from(made.rows.buffer),
      Buffer.from(made.columns.buffer),
      Buffer.from(made.votes.buffer),
    ]),
  );
  return file;
}

/** Reading the file is not counted, starting the program neither; its peak memory is counted whole. */
async function measure(command) {
  const { ok, output } = await run(command, { env: { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' } });
  if (!ok) throw new Failure('It could not be measured.', output);
  return JSON.parse(output.trim().split('\n').at(-1));
}
