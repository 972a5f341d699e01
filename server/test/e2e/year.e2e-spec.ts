import { chinaMoment } from '@consult/shared';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Audit } from '../support/year/audit.js';
import { County } from '../support/year/county.js';
import { Walk } from '../support/year/walk.js';

const FIRST = '2026-01-01';
const LAST = '2026-12-31';
const SEED = 20260101;

describe.each(DATABASES)('a county on %s, walked through the year 2026', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'error' }, chinaMoment(FIRST, '08:00'));
  });
  afterAll(() => env.stop());

  it('has every number right at each month’s end, loses nothing that was raised, and forgets nothing that was promised', async () => {
    const county = await County.of(env, SEED);
    const audit = new Audit(county);
    await new Walk(county).through(FIRST, LAST, (month) => audit.of(month));
    await audit.ofTheYear();
  }, 1_500_000);
});
