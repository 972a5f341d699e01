import 'reflect-metadata';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/data-source.js';
import { Database } from './database/database.js';
import { checkFigures, mendFigures } from './figures/check-figures.js';
import { JobWaker } from './jobs/job-waker.js';
import { Jobs } from './jobs/jobs.service.js';

/** `node dist/check-figures.js [--mend]`, with the server's environment: see docs/operations.md. Ends with 1 if any is wrong. */
const mend = process.argv.includes('--mend');
const dataSource = await openDatabase(readConfig(process.env), !mend);
try {
  const database = new Database(dataSource, dataSource);
  const check = await checkFigures(database);
  for (const { region, measure, period, name, seen, kept, counted } of check.differences) {
    console.log(`${region} ${measure} ${period} ${name} (${seen}): kept ${kept}, counted ${counted}`);
  }
  for (const id of check.offRecord) console.log(`the stays of topic ${id} are not those on record`);
  console.log(
    `${check.checked} regions counted anew, ${check.differences.length} figures and the stays of ${check.offRecord.length} topics wrong`,
  );
  if (check.wrong.length > 0) process.exitCode = 1;
  if (mend && check.wrong.length > 0) {
    await mendFigures(database, new Jobs(new JobWaker()), check, Date.now());
    console.log('a running server mends them next; run this again to see');
  }
} finally {
  await dataSource.destroy();
}
