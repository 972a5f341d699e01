import { POOL_SIZE } from '../../src/database/data-source.js';
import { RegionDirectory } from '../../src/regions/region-directory.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';

describe.each(DATABASES)('transactions that take every connection there is on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
  });
  afterAll(() => env.stop());

  it('still have read anew what the process keeps in memory', async () => {
    const regions = env.app.get(RegionDirectory);
    const before = await regions.tree();
    env.clock.set(env.clock.now() + 10 * 60_000);
    // SQLite runs one after the other.
    const atOnce = kind === 'sqlite' ? 1 : POOL_SIZE;
    let begun = 0;
    let go = () => {};
    const all = new Promise<void>((resolve) => {
      go = resolve;
    });
    const read = await Promise.all(
      Array.from({ length: 2 * atOnce }, () =>
        env.database.write(async (db) => {
          await db.query('SELECT 1');
          begun += 1;
          if (begun === atOnce) go();
          await all;
          return regions.tree();
        }),
      ),
    );
    expect(read).toHaveLength(2 * atOnce);
    for (const tree of read) expect(tree).toEqual(before);
  });
});
