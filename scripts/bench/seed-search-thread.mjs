import { Readable } from 'node:stream';
import { workerData } from 'node:worker_threads';
import { createConnection } from 'mysql2/promise';
import { wordRows } from './seed-search-rows.mjs';

/*
 * Writes the rows of some shelves, in the order of the primary key. Checks of uniqueness stay on: without them MariaDB sorts
 * what goes into an empty table once more, which for rows that are sorted takes many times as long.
 */

const { uri, size, first, shelves } = workerData;
const db = await createConnection({ uri, flags: ['+LOCAL_FILES'] });
// Making the rows of a word takes a while.
await db.query('SET net_read_timeout = 3600');
const rows = await wordRows(db, size, first, shelves);
await db.query({
  sql: `LOAD DATA LOCAL INFILE 'words' INTO TABLE search_blocks CHARACTER SET utf8mb4
    (shelf, word, block, @bits) SET bits = UNHEX(@bits)`,
  infileStreamFactory: () => Readable.from(rows, { objectMode: false, highWaterMark: 1 << 20 }),
});
await db.end();
