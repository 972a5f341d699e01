import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from './config/config.js';
import { dataSourceOptions } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { emptyIndex, FILLING_START, type FillingPlace, fillIndex } from './search/search-filling.js';

const AT_ONCE = 500;

/** `node dist/rebuild-search.js`, with the server's environment: see docs/operations.md. */
const dataSource = await new DataSource(dataSourceOptions(readConfig(process.env))).initialize();
try {
  await migrate(dataSource);
  await dataSource.transaction((db) => emptyIndex(db));
  let done = 0;
  let place: FillingPlace | null = FILLING_START;
  while (place !== null) {
    const from: FillingPlace = place;
    place = await dataSource.transaction((db) => fillIndex(db, from, AT_ONCE));
    done += AT_ONCE;
    if (done % (20 * AT_ONCE) === 0) console.log(`${from.kind} up to ${from.after}`);
  }
  console.log('the search index is made anew');
} finally {
  await dataSource.destroy();
}
