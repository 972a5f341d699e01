import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../../src/app.js';
import { ManualClock } from '../../src/common/clock.js';
import { type Config, readConfig } from '../../src/config/config.js';
import { Database } from '../../src/database/database.js';
import { loadDemo } from '../../src/demo/demo.js';
import { Cast } from './cast.js';

export interface DemoEnvironment {
  readonly app: INestApplicationContext;
  readonly database: Database;
  readonly cast: Cast;
  /** Loads the demo once more, as a second start does. @returns whether it did */
  loadAgain(): Promise<boolean>;
  stop(): Promise<void>;
}

/** The real server with the demo county as it stands at `now`, ms since 1970. */
export async function createDemoEnvironment(now: number): Promise<DemoEnvironment> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'consult-demo-'));
  const config: Config = {
    ...readConfig({}),
    host: '127.0.0.1',
    port: 0,
    databaseUrl: null,
    dataDir,
    photoStore: { kind: 'disk' },
    secret: randomBytes(32).toString('hex'),
    writesPerMinute: 1_000_000,
    workers: false,
    wechat: null,
  };
  await loadDemo(config, now);
  const app = await createApp(config, new ManualClock(now));
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    database: app.get(Database),
    cast: await Cast.of(url),
    loadAgain: () => loadDemo(config, now),
    async stop() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
