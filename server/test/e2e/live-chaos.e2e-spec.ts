import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EMPTY_LIVE_STATE, entryOutside, foldLive, type LiveEntry } from '@consult/shared';
import { LiveEntriesRepository } from '../../src/live/live-entries.repository.js';
import { Client } from '../support/client.js';
import { compileServer } from '../support/crash/compile-server.js';
import { Fleet } from '../support/crash/fleet.js';
import {
  createTestEnvironment,
  DATABASES,
  type DatabaseKind,
  REDIS_URL,
  type TestEnvironment,
} from '../support/environment.js';
import { LiveStage, type Seated } from '../support/live.js';
import { Follower, LiveLine } from '../support/live-watch.js';

const FOLLOWERS = 20;
const WRITES = 150;
const PATIENCE_MS = 30_000;
/** The database, how many further servers, and the Redis between them. */
type Run = readonly [DatabaseKind, number, string | null];
/** Further servers share only MariaDB; with Redis they hear at once, without it by looking. */
const SHARED: readonly Run[] = [['mariadb', 2, null], ...(REDIS_URL ? [['mariadb', 2, REDIS_URL] as Run] : [])];
const RUNS: readonly Run[] = DATABASES.flatMap((kind): readonly Run[] =>
  kind === 'sqlite' ? [[kind, 0, null]] : SHARED,
);

describe.each(RUNS)('a session watched on %s through 1 and %i more servers, signals by %s', (kind, more, redisUrl) => {
  const removals: (() => Promise<unknown>)[] = [];
  let env: TestEnvironment;
  let live: LiveStage;
  let fleet: Fleet | null = null;
  let id: string;
  let seated: Seated[];

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent', redisUrl });
    live = new LiveStage(env);
    ({ id, seated } = await live.open());
    if (more === 0) return;
    const { program, remove } = await compileServer();
    removals.push(remove);
    const { databaseUrl, dataDir, secret, wechat, templates } = env.config;
    const start = { databaseUrl, dataDir, secret, wechat, templates, redisUrl, workers: false, at: env.clock.now() };
    fleet = await Fleet.boot(program, more, start);
  }, 120_000);
  afterAll(async () => {
    await fleet?.stop();
    await env.stop();
    for (const remove of removals) await remove();
  });

  const urls = () => [env.url, ...(fleet?.urls ?? [])];

  /** One write through any living server, sent again with its key until it is answered. */
  async function write({ player }: Seated, text: string): Promise<void> {
    const key = randomUUID();
    const signedIn = Reflect.get(player.client, 'signedIn');
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
      const all = urls();
      const url = all[Math.floor(Math.random() * all.length)] ?? env.url;
      const sent = await new Client(url, signedIn).post(`/sessions/${id}/live/points`, { text }, key).catch(() => null);
      if (sent !== null && sent.status < 300) return;
      if (sent !== null && sent.status < 500) throw new Error(JSON.stringify(sent.body));
    }
    throw new Error('no server answered');
  }

  it('shows everyone the same log in the same order, whatever is cut and killed', async () => {
    const tokens = seated.map(({ player }) => Reflect.get(player.client, 'token') as string);
    const followers = Array.from(
      { length: FOLLOWERS },
      (_, i) => new Follower(urls, id, i % 4 === 3 ? undefined : tokens[i % 4]),
    );
    let isOver = false;
    const joins = () => followers.reduce((sum, follower) => sum + follower.joins, 0);
    const cutting = (async () => {
      // However fast everything is written: until most have had to join again.
      for (const end = Date.now() + PATIENCE_MS; !isOver || (joins() <= FOLLOWERS * 2 && Date.now() < end); ) {
        followers[Math.floor(Math.random() * FOLLOWERS)]?.cut();
        await sleep(30);
      }
    })();
    const writing = Promise.all(
      seated.map(async (who, nth) => {
        // Thirty is what one person may write; the rest are hands, up and down.
        for (let i = 0; i < 30; i++) await write(who, `第${nth}人第${i}条`);
        for (let i = 0; i < (WRITES - 90) / 6; i++) {
          await live.do(who.player, id, 'hand');
          await live.do(who.player, id, 'hand-down');
        }
      }),
    );
    if (fleet !== null) await fleet.replace(0);
    await writing;
    isOver = true;
    await cutting;

    const log: LiveEntry[] = await env.app.get(LiveEntriesRepository).after(env.database.read, id, 0, 1000);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: WRITES + 1 }, (_, i) => i + 1));
    const end = Date.now() + PATIENCE_MS;
    while (followers.some(({ seq }) => seq < log.length) && Date.now() < end) await sleep(20);
    await Promise.all(followers.map((follower) => follower.stop()));
    const inside = foldLive(EMPTY_LIVE_STATE, log);
    const outside = foldLive(EMPTY_LIVE_STATE, log.map(entryOutside));
    for (const [i, follower] of followers.entries()) {
      const isOutside = i % 4 === 3;
      expect(follower.seen.state).toEqual(isOutside ? outside : inside);
      // From the first state on each entry once, in order, as it stands in the log.
      const had = follower.log;
      expect(had).toEqual(log.slice(log.length - had.length).map((entry) => (isOutside ? entryOutside(entry) : entry)));
      expect(follower.starts).toBe(1);
    }
    expect(joins()).toBeGreaterThan(FOLLOWERS * 2);
  }, 120_000);

  it('brings what another server wrote to those who watch here', async () => {
    const through = urls().at(-1) ?? env.url;
    const line = await LiveLine.join(env.url, id, { token: Reflect.get((seated[0] as Seated).player.client, 'token') });
    const convener = await live.stage.convener();
    const writer = new Client(through, Reflect.get(convener.client, 'signedIn'));
    const began = Date.now();
    const { seq } = await writer.ok(writer.post<{ seq: number }>(`/sessions/${id}/live/notice`, { text: '请坐好' }));
    await line.until(() => line.seqs.includes(seq));
    // Without signals it is found by looking every two seconds; with them at once, were the machine never busy.
    expect(Date.now() - began).toBeLessThan(redisUrl === null && more > 0 ? 10_000 : 1_900);
    line.cut();
  });
});
