import { rm } from 'node:fs/promises';
import path from 'node:path';
import { PHOTO_FOLDER } from '../attachments/disk-photo-store.js';
import { type Config, ConfigError } from '../config/config.js';
import { openDatabase, SQLITE_FILE } from '../database/data-source.js';

/** Empties a demo's database and photos. @throws ConfigError where there is no demo: real data is never removed */
export async function removeDemo(config: Config): Promise<void> {
  if (!config.demo) throw new ConfigError('--reset removes everything and works only with the demo');
  if (config.databaseUrl !== null) {
    const dataSource = await openDatabase(config);
    await dataSource.dropDatabase();
    await dataSource.destroy();
  }
  const files = [SQLITE_FILE, `${SQLITE_FILE}-wal`, `${SQLITE_FILE}-shm`, PHOTO_FOLDER];
  await Promise.all(files.map((file) => rm(path.join(config.dataDir, file), { recursive: true, force: true })));
}
