import 'reflect-metadata';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { rebuildSearch } from './search/search-changes.js';

/** `node dist/rebuild-search.js`, with the server's environment: see docs/operations.md. */
const dataSource = await openDatabase(readConfig(process.env));
try {
  await migrate(dataSource);
  await dataSource.transaction((db) => rebuildSearch(db));
  console.log('the search index is emptied, and the workers make it anew');
} finally {
  await dataSource.destroy();
}
