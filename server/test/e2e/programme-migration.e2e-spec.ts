import type { SessionDetail } from '@consult/shared';
import { DataSource } from 'typeorm';
import { ProgrammeItems1764320000000 } from '../../src/database/migrations/1764320000000-programme-items.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';

describe.each(DATABASES)('programmes that were lists of titles, on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  it('become items once, also when the change is made again or taken back', async () => {
    const { id } = await stage.called();
    const dataSource = env.app.get(DataSource);
    const stored = async (): Promise<unknown> =>
      JSON.parse((await dataSource.query('SELECT programme FROM sessions WHERE id = ?', [id]))[0].programme);
    await dataSource.query('UPDATE sessions SET programme = ? WHERE id = ?', ['["签到","讨论协商"]', id]);
    const items = [
      { id: 'item-1', title: '签到', minutes: null, items: [] },
      { id: 'item-2', title: '讨论协商', minutes: null, items: [] },
    ];
    const runner = dataSource.createQueryRunner();
    const migration = new ProgrammeItems1764320000000();
    await migration.up(runner);
    expect(await stored()).toEqual(items);
    await migration.up(runner);
    const { client } = await stage.convener();
    const { programme } = await client.ok(client.get<SessionDetail>(`/sessions/${id}`));
    expect(programme).toEqual(items);
    await migration.down(runner);
    expect(await stored()).toEqual(['签到', '讨论协商']);
    await runner.release();
  });
});
