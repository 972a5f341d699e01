import 'reflect-metadata';
import { checkPhotoFiles } from './attachments/check-photo-files.js';
import { openPhotoStore } from './attachments/open-photo-store.js';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/data-source.js';

/** `node dist/check-photos.js [--remove]`, with the server's environment: see docs/operations.md. */
const config = readConfig(process.env);
const dataSource = await openDatabase(config, true);
try {
  const remove = process.argv.includes('--remove');
  const report = await checkPhotoFiles(dataSource.manager, openPhotoStore(config), { now: Date.now(), remove });
  for (const key of report.withoutRow) console.log(`${remove ? 'removed' : 'file without a row'}: ${key}`);
  for (const id of report.withoutFile) console.log(`photo without a file: ${id}`);
  console.log(`${report.withoutRow.length} files without a row, ${report.withoutFile.length} photos without a file`);
} finally {
  await dataSource.destroy();
}
