import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

/** Removes the folder once standard input closes: also when the run is killed outright. */
const KEEPER = 'cat >/dev/null; rm -rf "$1"';
let keeper;

/** A folder for what the workers of one run share, whose name is that of a MariaDB database too; gone at its end. */
export default async function makeRunFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'consult_run_'));
  keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  for (const handle of [keeper, keeper.stdin]) handle.unref();
  process.env.TEST_RUN_FOLDER = folder;
}

/** The folder, and the database of its name. */
export async function removeRunFolder() {
  const { TEST_RUN_FOLDER: folder, TEST_MARIADB_URL: mariadb } = process.env;
  if (mariadb !== undefined) {
    const connection = await createConnection(mariadb);
    await connection.query(`DROP DATABASE IF EXISTS \`${path.basename(folder)}\``);
    await connection.end();
  }
  keeper.ref();
  keeper.stdin.end();
  await once(keeper, 'close');
}
