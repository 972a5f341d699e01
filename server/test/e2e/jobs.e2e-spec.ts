import { jobLabel, MINUTE_MS } from '@consult/shared';
import { JobEntity } from '../../src/jobs/job.entity.js';
import { JobFailed, JobHandlers, JobLater } from '../../src/jobs/job-handlers.js';
import { LEASE_MS } from '../../src/jobs/job-store.js';
import { JobWorker } from '../../src/jobs/job-worker.js';
import { Jobs, type NewJob } from '../../src/jobs/jobs.service.js';
import { Schedules } from '../../src/jobs/schedules.js';
import { Turns } from '../../src/jobs/turns.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';

describe.each(DATABASES)('background work on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
  });
  afterAll(() => env.stop());

  let named = 0;
  /** A kind of job of its own for each test. */
  const handle = (handler: (payload: Readonly<Record<string, unknown>>, attempt: number) => unknown) => {
    named += 1;
    const name = `test-${named}`;
    env.app.get(JobHandlers).register(name, async (payload, { attempt }) => {
      await handler(payload, attempt);
    });
    return name;
  };
  const add = (...jobs: NewJob[]) =>
    env.database.write((db) => env.app.get(Jobs).add({ db, now: env.clock.now() }, ...jobs));
  const rowOf = async (name: string) => (await env.database.read.findBy(JobEntity, { kind: name }))[0];

  it('is called by a name that an administrator understands, whatever its kind', () => {
    const kinds = env.app.get(JobHandlers).kinds.filter((one) => !one.startsWith('test-'));
    expect(kinds).toContain('push');
    expect(kinds.filter((one) => jobLabel(one) === one)).toEqual([]);
  });

  it('is done once it is committed, and only once', async () => {
    const done: unknown[] = [];
    const name = handle((payload) => done.push(payload.n));
    await add({ kind: name, payload: { n: 1 } });
    await env.work();
    await env.work();
    expect(done).toEqual([1]);
  });

  it('does not exist when the transaction that asked for it fails', async () => {
    const done: unknown[] = [];
    const name = handle(() => done.push(1));
    const failing = env.database.write(async (db) => {
      await env.app.get(Jobs).add({ db, now: env.clock.now() }, { kind: name, payload: {} });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await env.work();
    expect(done).toEqual([]);
  });

  it('is added once under one key', async () => {
    const done: unknown[] = [];
    const name = handle((payload) => done.push(payload.n));
    await add({ kind: name, payload: { n: 1 }, dedupeKey: `${name}:a` });
    await env.work();
    await add({ kind: name, payload: { n: 2 }, dedupeKey: `${name}:a` });
    await env.work();
    expect(done).toEqual([1]);
  });

  it('waits for its moment', async () => {
    const done: unknown[] = [];
    const name = handle(() => done.push(1));
    await add({ kind: name, payload: {}, runAt: env.clock.now() + MINUTE_MS });
    await env.work();
    expect(done).toEqual([]);
    env.clock.advance(MINUTE_MS);
    await env.work();
    expect(done).toEqual([1]);
  });

  it('is tried again after a failure, later each time, and given up at last', async () => {
    const tries: number[] = [];
    const name = handle((_, attempt) => {
      tries.push(attempt);
      throw new Error('not today');
    });
    await add({ kind: name, payload: {} });
    for (let i = 0; i < 12; i += 1) {
      await env.work();
      env.clock.advance(60 * MINUTE_MS);
    }
    expect(tries).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await rowOf(name)).toMatchObject({ state: 'dead', lastError: 'not today' });
  });

  it('is given up at once where trying again would not help', async () => {
    let tries = 0;
    const name = handle(() => {
      tries += 1;
      throw new JobFailed('never');
    });
    await add({ kind: name, payload: {} });
    await env.work();
    env.clock.advance(60 * MINUTE_MS);
    await env.work();
    expect(tries).toBe(1);
    expect(await rowOf(name)).toMatchObject({ state: 'dead', lastError: 'never' });
  });

  it('can ask to be called later as often as it likes', async () => {
    let tries = 0;
    const name = handle(() => {
      tries += 1;
      if (tries < 20) throw new JobLater(env.clock.now() + MINUTE_MS, 'not yet');
    });
    await add({ kind: name, payload: {} });
    for (let i = 0; i < 20; i += 1) {
      await env.work();
      env.clock.advance(MINUTE_MS);
    }
    expect(tries).toBe(20);
    expect(await rowOf(name)).toMatchObject({ state: 'done', failures: 0 });
  });

  it('keeps the order within a lane, and a lane that waits holds no other up', async () => {
    const done: unknown[] = [];
    let broken = true;
    const name = handle((payload) => {
      if (payload.n === 1 && broken) throw new Error('not yet');
      done.push(payload.n);
    });
    await add({ kind: name, payload: { n: 1 }, lane: 'a' }, { kind: name, payload: { n: 2 }, lane: 'a' });
    await add({ kind: name, payload: { n: 3 }, lane: 'b' });
    await env.work();
    expect(done).toEqual([3]);
    broken = false;
    env.clock.advance(MINUTE_MS);
    await env.work();
    expect(done).toEqual([3, 1, 2]);
  });

  it('is done once by workers that look at the same moment', async () => {
    const done: unknown[] = [];
    const name = handle((payload) => done.push(payload.n));
    await add(...Array.from({ length: 20 }, (_, n) => ({ kind: name, payload: { n } })));
    await Promise.all([env.work(), env.work(), env.work()]);
    expect(done.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('is taken over from a worker that was lost, whose late result is not written', async () => {
    const written: number[] = [];
    let release: () => void = () => {};
    const name = `lost-${kind}`;
    env.app.get(JobHandlers).register(name, async (_, { attempt }) => {
      if (attempt === 1) await new Promise<void>((resolve) => (release = resolve));
      return async () => {
        written.push(attempt);
      };
    });
    await add({ kind: name, payload: {} });
    const lost = env.work();
    while ((await rowOf(name))?.attempts !== 1) await new Promise((resolve) => setTimeout(resolve, 5));
    env.clock.advance(LEASE_MS);
    await env.work();
    release();
    await lost;
    expect(written).toEqual([2]);
    expect(await rowOf(name)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('goes on with jobs between one piece and the next of what it looks for at every turn', async () => {
    const done: string[] = [];
    const name = handle(() => done.push('job'));
    await add({ kind: name, payload: {} });
    env.app.get(Turns).register(async () => done.push('piece') < 4);
    await env.work();
    expect(done).toEqual(['piece', 'job', 'piece', 'piece']);
  });

  it('runs what is regular once each time, also after it was missed several times', async () => {
    const ran: number[] = [];
    env.app.get(Schedules).register({
      name: `regular-${kind}`,
      next: (after) => after + MINUTE_MS,
      run: async (dueAt) => {
        ran.push(dueAt);
      },
    });
    const worker = env.app.get(JobWorker);
    await worker.drain();
    const began = env.clock.now();
    expect(ran).toEqual([]);
    env.clock.advance(MINUTE_MS);
    await Promise.all([worker.drain(), worker.drain()]);
    expect(ran).toEqual([began + MINUTE_MS]);
    env.clock.advance(5 * MINUTE_MS);
    await worker.drain();
    expect(ran).toEqual([began + MINUTE_MS, began + 2 * MINUTE_MS]);
  });
});
