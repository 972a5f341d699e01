import 'reflect-metadata';
import { FieldCipher } from './common/crypto/field-cipher.js';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { addAdministrator } from './identity/add-administrator.js';

/** `node dist/add-admin.js NAME COUNTY USERNAME`, with the server's environment: see docs/operations.md. */
const config = readConfig(process.env);
const [name = '', county = '', username = ''] = process.argv.slice(2);
const dataSource = await openDatabase(config);
try {
  await migrate(dataSource);
  const password = await dataSource.transaction((db) =>
    addAdministrator(db, new FieldCipher(config), Date.now(), { name, county, username }),
  );
  console.log(`${username} signs in with ${password} and is then asked for a password of their own`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await dataSource.destroy();
}
