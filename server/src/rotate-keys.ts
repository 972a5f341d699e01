import 'reflect-metadata';
import { exchangeKeys } from './common/crypto/exchange-keys.js';
import { FieldCipher } from './common/crypto/field-cipher.js';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { SEALED_FIELDS } from './database/sealed-fields.js';

/** `node dist/rotate-keys.js`, with the server's environment: see docs/operations.md. */
const config = readConfig(process.env);
const dataSource = await openDatabase(config);
try {
  await migrate(dataSource);
  const cipher = new FieldCipher(config);
  for (const field of SEALED_FIELDS) {
    const changed = await exchangeKeys(dataSource.manager, cipher, field);
    console.log(`${field.table}.${field.column}: ${changed} encrypted anew with key ${config.dataKeys.current}`);
  }
} finally {
  await dataSource.destroy();
}
