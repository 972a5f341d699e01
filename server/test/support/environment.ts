import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { chinaMoment } from '@consult/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createConnection } from 'mysql2/promise';
import { createApp } from '../../src/app.js';
import { ManualClock } from '../../src/common/clock.js';
import { type Config, readConfig } from '../../src/config/config.js';
import { Database } from '../../src/database/database.js';
import { loadPlaces } from '../../src/demo/places.js';
import { JobWorker } from '../../src/jobs/job-worker.js';
import { Phones } from '../../src/people/phones.service.js';
import { Cast } from './cast.js';
import { copyMariadb, copySqlite, RUN_FOLDER } from './template.js';

/** A Wednesday in an ordinary working week. */
export const START = chinaMoment('2026-06-03', '10:00');

export type DatabaseKind = 'sqlite' | 'mariadb';

/** SQLite always; MariaDB where `npm test` has started one. */
export const DATABASES: readonly DatabaseKind[] = process.env.TEST_MARIADB_URL ? ['sqlite', 'mariadb'] : ['sqlite'];

/** Redis where `npm test` has started one. */
export const REDIS_URL: string | null = process.env.TEST_REDIS_URL ?? null;

export interface TestEnvironment {
  readonly app: NestFastifyApplication;
  /** Origin of the running server. */
  readonly url: string;
  /** As it was started, for other processes over the same database. */
  readonly config: Config;
  readonly clock: ManualClock;
  readonly database: Database;
  readonly cast: Cast;
  /** Another server over the same database, as several replicas are; stopped by whoever asks for it. */
  another(over?: Partial<Config>): Promise<{ url: string; app: NestFastifyApplication }>;
  /** Does all background work that is due. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The real server on a port of its own, with its own database holding the demo's places and people.
 * @param start ms since 1970, what its clock shows
 */
export async function createTestEnvironment(
  kind: DatabaseKind,
  over: Partial<Config> = {},
  start: number = START,
): Promise<TestEnvironment> {
  const dataDir = await mkdtemp(path.join(RUN_FOLDER, 'data-'));
  const { databaseUrl, drop } =
    kind === 'mariadb' ? await createDatabase() : { databaseUrl: null, drop: async () => {} };
  await (databaseUrl === null ? copySqlite(dataDir) : copyMariadb(databaseUrl));
  const clock = new ManualClock(start);
  const config: Config = {
    ...readConfig({}),
    host: '127.0.0.1',
    port: 0,
    databaseUrl,
    dataDir,
    photoStore: { kind: 'disk' },
    secret: randomBytes(32).toString('hex'),
    writesPerMinute: 1_000_000,
    workers: false,
    wechat: null,
    templates: {},
    ...over,
  };
  const app = await createApp(config, clock);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const database = app.get(Database);
  await database.write((db) => loadPlaces(db, start, app.get(Phones)));
  return {
    app,
    url,
    config,
    clock,
    database,
    cast: await Cast.of(url),
    async another(more = {}) {
      const next = await createApp({ ...config, ...more }, clock);
      await next.listen(0, '127.0.0.1');
      return { app: next, url: (await next.getUrl()).replace('[::1]', '127.0.0.1') };
    },
    work: () => app.get(JobWorker).drain(),
    async stop() {
      await app.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An empty database of its own on the MariaDB that `npm test` has started. */
export async function createDatabase() {
  const server = new URL(process.env.TEST_MARIADB_URL ?? '');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const connection = await createConnection(server.href);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = name;
  return { databaseUrl: url.href.replace(/^mysql:/, 'mariadb:'), drop: () => run(`DROP DATABASE ${name}`) };
}
