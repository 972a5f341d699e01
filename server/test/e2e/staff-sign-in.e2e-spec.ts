import {
  DAY_MS,
  type Me,
  MINUTE_MS,
  type Page,
  type Role,
  type SignedIn,
  type StaffAccountView,
  type StaffInitialPassword,
  type StaffSetup,
  type StaffSignInAnswer,
} from '@consult/shared';
import { FieldCipher } from '../../src/common/crypto/field-cipher.js';
import { addAdministrator } from '../../src/identity/add-administrator.js';
import { codeAt } from '../../src/identity/authenticator.js';
import { isPassword } from '../../src/identity/staff-passwords.js';
import { Client } from '../support/client.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

const OWN = 'Own-password-1';

describe.each(DATABASES)('staff at a desktop on %s', (kind) => {
  let env: TestEnvironment;
  let accounts = 0;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  });
  afterAll(() => env.stop());

  /** An account that the administrator has just made; each test takes somebody else. */
  async function account(
    place: string,
    role: Role = 'convener',
  ): Promise<{ id: string; username: string; first: string }> {
    const admin = await env.cast.one('admin', '墨阳县');
    const { id } = await env.cast.one(role, place);
    accounts += 1;
    const username = `user-${accounts}`;
    const made = await admin.client.ok(
      admin.client.post<StaffInitialPassword>('/staff-accounts', { personId: id, username }),
    );
    return { id, username, first: made.password };
  }
  const post = <T>(path: string, body: object) => env.cast.visitor.post<T>(`/identity/staff/${path}`, body);
  const signIn = (username: string, password: string, code?: string) =>
    post<StaffSignInAnswer>('sign-in', { username, password, ...(code && { code }) });
  const refused = (username: string, password: string, code?: string) =>
    env.cast.visitor.refusal(signIn(username, password, code));
  async function setUp({ username, first }: { username: string; first: string }, password = OWN) {
    const { setup } = await env.cast.visitor.ok(signIn(username, first));
    const { ticket, secret } = setup as StaffSetup;
    const code = codeAt(secret, env.clock.now());
    const signedIn = await env.cast.visitor.ok(post<SignedIn>('setup', { ticket, password, code }));
    env.clock.advance(MINUTE_MS);
    return { secret, signedIn };
  }
  const now = (secret: string) => codeAt(secret, env.clock.now());

  it('set up an authenticator and a password of their own with the first one', async () => {
    const person = await account('青石镇');
    const { setup, signedIn } = await env.cast.visitor.ok(signIn(person.username, person.first));
    expect(signedIn).toBeNull();
    expect(setup?.otpauth).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    const { ticket, secret } = setup as StaffSetup;
    const code = now(secret);
    const attempt = (over: object) => env.cast.visitor.refusal(post('setup', { ticket, password: OWN, code, ...over }));
    expect(await attempt({ password: 'short' })).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await attempt({ password: `Aa1-${person.username}` })).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await attempt({ password: person.first })).toMatchObject({ code: 'STAFF.OLD_PASSWORD' });
    expect(await attempt({ code: '000000' })).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
    expect(await attempt({ ticket: `${ticket}x` })).toMatchObject({ code: 'AUTH.SETUP_EXPIRED' });
    const done = await env.cast.visitor.ok(post<SignedIn>('setup', { ticket, password: OWN, code }));
    expect(done.me).toMatchObject({ id: person.id, way: 'staff' });
    expect(await attempt({ password: 'Another-pass-1' })).toMatchObject({ code: 'AUTH.SETUP_EXPIRED' });
    expect(await refused(person.username, person.first)).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
  });

  it('sign in with both, and with each code once', async () => {
    const person = await account('柳林镇');
    const { secret } = await setUp(person);
    expect(await refused(person.username, OWN)).toMatchObject({ status: 403, code: 'AUTH.CODE_REQUIRED' });
    expect(await refused(person.username, OWN, '123456')).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
    const code = now(secret);
    const { signedIn } = await env.cast.visitor.ok(signIn(person.username, OWN, code));
    const at = env.clock.now();
    expect(signedIn).toMatchObject({ expiresAt: at + 5 * MINUTE_MS, refreshExpiresAt: at + 30 * MINUTE_MS });
    expect(await refused(person.username, OWN, code)).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
    expect(await refused('nobody-here', OWN, code)).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
  });

  it('are signed out after half an hour unused, and after twelve hours in any case', async () => {
    const { signedIn } = await setUp(await account('临溪镇'));
    const client = new Client(env.url, signedIn);
    const start = env.clock.now();
    while (env.clock.now() < start + DAY_MS / 2 - 25 * MINUTE_MS) {
      expect((await client.get('/me')).status).toBe(200);
      env.clock.advance(20 * MINUTE_MS);
    }
    env.clock.advance(25 * MINUTE_MS);
    expect((await client.get('/me')).status).toBe(401);
  });

  it('are locked out for a quarter of an hour after five failures, however many come at once', async () => {
    const person = await account('双桥镇');
    const { secret } = await setUp(person);
    const answers = await Promise.all(Array.from({ length: 9 }, () => refused(person.username, 'Wrong-password-1')));
    expect(answers.filter(({ code }) => code === 'AUTH.WRONG_PASSWORD')).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 'AUTH.LOCKED')).toHaveLength(4);
    expect(await refused(person.username, OWN, now(secret))).toMatchObject({
      code: 'AUTH.LOCKED',
      details: { failures: 5, minutes: 15 },
    });
    env.clock.advance(15 * MINUTE_MS);
    expect((await signIn(person.username, OWN, now(secret))).status).toBe(200);
    for (let i = 0; i < 4; i++) await refused(person.username, 'Wrong-password-1');
    env.clock.advance(MINUTE_MS);
    expect((await signIn(person.username, OWN, now(secret))).status).toBe(200);
  });

  it('change their password to none of the last five, which ends every other sign-in', async () => {
    const person = await account('白渠乡');
    const { secret, signedIn } = await setUp(person);
    const other = await env.cast.visitor.ok(signIn(person.username, OWN, now(secret)));
    const client = new Client(env.url, signedIn);
    const change = (current: string, password: string) => client.put('/identity/staff/password', { current, password });
    expect(await client.refusal(change('Not-my-password1', 'Fresh-pass-01'))).toMatchObject({
      code: 'AUTH.WRONG_PASSWORD',
    });
    expect(await client.refusal(change(OWN, OWN))).toMatchObject({ code: 'STAFF.OLD_PASSWORD' });
    let current = OWN;
    for (let i = 1; i <= 4; i++) {
      expect((await change(current, `Fresh-pass-0${i}`)).status).toBe(204);
      current = `Fresh-pass-0${i}`;
    }
    expect(await client.refusal(change(current, OWN))).toMatchObject({ code: 'STAFF.OLD_PASSWORD' });
    expect((await change(current, 'Fresh-pass-05')).status).toBe(204);
    expect((await change('Fresh-pass-05', OWN)).status).toBe(204);
    expect((await client.get('/me')).status).toBe(200);
    expect(
      (await new Client(env.url, { token: other.signedIn?.token ?? '', refreshToken: '' }).get('/me')).status,
    ).toBe(401);
  });

  it('get a new first password and authenticator from their administrator, and lose both', async () => {
    const person = await account('青石镇', 'party_committee');
    const { id } = person;
    await setUp(person);
    const admin = await env.cast.one('admin', '墨阳县');
    const reset = await admin.client.ok(admin.client.post<StaffInitialPassword>(`/staff-accounts/${id}/reset`));
    expect(await refused(reset.username, OWN)).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
    const { signedIn } = await setUp({ username: reset.username, first: reset.password }, 'Fresh-pass-01');
    const client = new Client(env.url, signedIn);
    expect((await client.ok(client.get<Me>('/me'))).id).toBe(id);
    expect((await admin.client.delete(`/staff-accounts/${id}`)).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
    expect(await refused(reset.username, 'Fresh-pass-01')).toMatchObject({ code: 'AUTH.WRONG_PASSWORD' });
    const list = await admin.client.ok(admin.client.get<Page<StaffAccountView>>('/staff-accounts?region=419921'));
    expect(list.items.find(({ personId }) => personId === id)).toMatchObject({ disabled: true, pending: false });
  });

  it('have accounts only from an administrator of their county, and only who has an office', async () => {
    const admin = await env.cast.one('admin', PLACE.county);
    const open = (personId: string, username: string) =>
      admin.client.refusal(admin.client.post('/staff-accounts', { personId, username }));
    const elsewhere = await env.cast.one('convener', '青石镇');
    expect(await open(elsewhere.id, 'elsewhere')).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    const resident = await env.cast.one('resident', PLACE.township);
    expect(await open(resident.id, 'resident')).toMatchObject({ code: 'STAFF.NOT_STAFF' });
    const convener = await env.cast.one('convener', PLACE.township);
    expect(await open(convener.id, 'Bad Name')).toMatchObject({ code: 'REQUEST.INVALID' });
    const { username: taken } = await account('柳林镇', 'party_committee');
    expect(await open(convener.id, taken)).toMatchObject({ code: 'STAFF.EXISTS' });
    const made = await admin.client.ok(
      admin.client.post<StaffInitialPassword>('/staff-accounts', {
        personId: convener.id,
        username: 'yanhe.lianluo',
        phone: '13900001111',
      }),
    );
    expect(await open(convener.id, 'second')).toMatchObject({ code: 'STAFF.EXISTS' });
    expect(await admin.client.refusal(admin.client.get('/staff-accounts?region=419921'))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    const [row] = await env.database.read.query('SELECT password_hash FROM staff_accounts WHERE person_id = ?', [
      convener.id,
    ]);
    expect(await isPassword(row.password_hash, made.password)).toBe(true);
    expect(row.password_hash).toMatch(/^\$argon2id\$/);
    const stored = JSON.stringify(await env.database.read.query('SELECT body FROM idempotency_keys'));
    expect(stored).not.toContain(made.password);
  });

  it('begin with an administrator whom the server’s owner adds', async () => {
    const cipher = env.app.get(FieldCipher);
    const add = (over: object = {}) =>
      env.database.write((db) =>
        addAdministrator(db, cipher, env.clock.now(), {
          name: '钱管理',
          county: '419902',
          username: 'admin.one',
          ...over,
        }),
      );
    const { signedIn } = await setUp({ username: 'admin.one', first: await add() });
    expect(signedIn.me.grants).toMatchObject([{ role: 'admin', region: '419902' }]);
    for (const over of [{}, { username: 'No' }, { county: '999999', username: 'two' }, { name: '', username: 'two' }]) {
      await expect(add(over)).rejects.toThrow();
    }
  });
});
