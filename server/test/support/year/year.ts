import { chinaMoment } from '@consult/shared';
import { createTestEnvironment, DATABASES, type DatabaseKind, type TestEnvironment } from '../environment.js';
import { Audit } from './audit.js';
import { County } from './county.js';
import { Walk } from './walk.js';

const FIRST = '2026-01-01';
const LAST = '2026-12-31';
const SEED = 20260101;

/** The long walk on one database; each has a spec file of its own, so that two workers walk at once. */
export function describeYear(kind: DatabaseKind): void {
  const here = DATABASES.includes(kind) ? describe : describe.skip;
  here(`a county on ${kind}, walked through the year 2026`, () => {
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
}
