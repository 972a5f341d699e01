import {
  DAY_MS,
  type DemoPerson,
  type Me,
  MINUTE_MS,
  type Page,
  type SignedIn,
  type SignInView,
} from '@consult/shared';
import { Client } from '../support/client.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';

describe.each(DATABASES)('sign-ins on %s', (kind) => {
  let env: TestEnvironment;
  let person: DemoPerson;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    const people = await env.cast.visitor.ok(env.cast.visitor.get<DemoPerson[]>('/identity/demo/people'));
    person = people.find(({ role }) => role === 'resident') as DemoPerson;
  });
  afterAll(() => env.stop());

  const signIn = (device?: string) =>
    env.cast.visitor.ok(
      env.cast.visitor.post<SignedIn>('/identity/sign-in', { provider: 'demo', credential: person.id, device }),
    );
  const refresh = (refreshToken: string) => env.cast.visitor.post<SignedIn>('/identity/refresh', { refreshToken });
  /** Without its refresh token, so that it does not mend itself. */
  const as = ({ token }: SignedIn) => new Client(env.url, { token, refreshToken: '' });
  const status = async (signedIn: SignedIn) => (await as(signedIn).get('/me')).status;

  it('answer a token for half an hour and one for a month to get the next with', async () => {
    const signedIn = await signIn();
    const now = env.clock.now();
    expect(signedIn).toMatchObject({ expiresAt: now + 30 * MINUTE_MS, refreshExpiresAt: now + 30 * DAY_MS });
    expect(signedIn.me).toMatchObject({ id: person.id, way: 'demo', consentsDue: [], phoneDue: false });
    env.clock.advance(31 * MINUTE_MS);
    expect(await status(signedIn)).toBe(401);
    const next = await refresh(signedIn.refreshToken);
    expect(next.status).toBe(200);
    expect(next.body.refreshToken).not.toBe(signedIn.refreshToken);
    expect(await status(next.body)).toBe(200);
  });

  it('end a month after they were last used', async () => {
    let { refreshToken } = await signIn();
    for (let month = 0; month < 2; month++) {
      env.clock.advance(29 * DAY_MS);
      ({ refreshToken } = await env.cast.visitor.ok(refresh(refreshToken)));
    }
    env.clock.advance(30 * DAY_MS);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  it('answer the same again to a retry and to a second tab within a minute', async () => {
    const signedIn = await signIn();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(signedIn.refreshToken)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    env.clock.advance(MINUTE_MS);
    const late = await env.cast.visitor.ok(refresh(signedIn.refreshToken));
    expect(late.refreshToken).toBe(answers[0]?.body.refreshToken);
    expect((await refresh(late.refreshToken)).status).toBe(200);
  });

  it('end altogether when a used token is shown later, for whoever has the new one too', async () => {
    const signedIn = await signIn();
    const next = await env.cast.visitor.ok(refresh(signedIn.refreshToken));
    env.clock.advance(MINUTE_MS + 1);
    expect(await env.cast.visitor.refusal(refresh(signedIn.refreshToken))).toMatchObject({
      status: 401,
      code: 'AUTH.EXPIRED',
    });
    expect(await status(next)).toBe(401);
    expect((await refresh(next.refreshToken)).status).toBe(401);
  });

  it('are not ended by a token that was made up', async () => {
    const signedIn = await signIn();
    const [id] = signedIn.refreshToken.split('.');
    for (const token of [`${id}.made-up`, `${id}.`, `${id}`, 'x', '.'.repeat(3)]) {
      expect([token, (await refresh(token)).status]).toEqual([token, 401]);
    }
    expect(await status(signedIn)).toBe(200);
  });

  it('are listed for their person alone, who ends any of them at once', async () => {
    const [here, there] = [await signIn('微信 · 手机'), await signIn('网页 · 电脑')];
    const { items } = await as(here).ok(as(here).get<Page<SignInView>>('/identity/sign-ins?limit=50'));
    const mine = items.find((one) => one.current);
    expect(mine).toMatchObject({ device: '微信 · 手机', wayLabel: '演示登录' });
    const other = items.find((one) => one.device === '网页 · 电脑');
    const path = `/identity/sign-ins/${other?.id}`;
    const stranger = await env.cast.one('resident', '沿河街道', 1);
    expect(await stranger.client.refusal(stranger.client.delete(path))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    expect(await status(there)).toBe(200);
    expect((await as(here).delete(path)).status).toBe(204);
    expect(await status(there)).toBe(401);
    expect((await refresh(there.refreshToken)).status).toBe(401);
    const { items: left } = await as(here).ok(as(here).get<Page<SignInView>>('/identity/sign-ins?limit=50'));
    expect(left.map(({ device }) => device)).not.toContain('网页 · 电脑');
  });

  it('end with signing out', async () => {
    const signedIn = await signIn();
    expect((await as(signedIn).post('/identity/sign-out')).status).toBe(204);
    expect(await status(signedIn)).toBe(401);
    expect((await refresh(signedIn.refreshToken)).status).toBe(401);
    const again = await signIn();
    expect((await as(again).ok(as(again).get<Me>('/me'))).id).toBe(person.id);
  });

  it('keep no token in the database', async () => {
    const signedIn = await signIn();
    const stored = JSON.stringify(await env.database.read.query('SELECT * FROM sign_ins'));
    expect(stored).not.toContain(signedIn.refreshToken.split('.')[1]);
    expect(JSON.stringify(await env.database.read.query('SELECT * FROM idempotency_keys'))).not.toContain('eyJ');
  });
});
