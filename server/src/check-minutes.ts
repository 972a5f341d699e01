import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from './config/config.js';
import { dataSourceOptions } from './database/data-source.js';
import { checkMinutes } from './minutes/check-minutes.js';

/** `node dist/check-minutes.js`, with the server's environment: see docs/operations.md. Ends with 1 if any is broken. */
const dataSource = await new DataSource(dataSourceOptions(readConfig(process.env), true)).initialize();
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
