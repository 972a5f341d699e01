import 'reflect-metadata';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/data-source.js';
import { checkMinutes } from './minutes/check-minutes.js';

/** `node dist/check-minutes.js`, with the server's environment: see docs/operations.md. Ends with 1 if any is broken. */
const dataSource = await openDatabase(readConfig(process.env), true);
try {
  const { checked, broken } = await checkMinutes(dataSource.manager);
  for (const { number, version, id, why } of broken) {
    const what = why === 'changed' ? 'is not what was published' : 'does not follow on the version before';
    console.log(`${number} version ${version} (${id}) ${what}`);
  }
  console.log(`${checked} published versions checked, ${broken.length} broken`);
  if (broken.length > 0) process.exitCode = 1;
} finally {
  await dataSource.destroy();
}
