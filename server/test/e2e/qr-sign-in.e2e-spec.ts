import { MINUTE_MS, type QrAsker, type QrSignIn, type QrStateView, type SignedIn } from '@consult/shared';
import { Client } from '../support/client.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('a desktop that a phone lets in on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  });
  afterAll(() => env.stop());

  const ask = () => env.cast.visitor.ok(env.cast.visitor.post<QrSignIn>('/identity/qr'));
  const stateOf = async ({ id, secret }: QrSignIn) =>
    (await env.cast.visitor.ok(env.cast.visitor.get<QrStateView>(`/identity/qr/${id}?secret=${secret}`))).state;
  const claim = ({ id, secret }: QrSignIn) => env.cast.visitor.post<SignedIn>(`/identity/qr/${id}/tokens`, { secret });
  const phone = async (nth = 0) => (await env.cast.one('resident', PLACE.township, nth)).client;
  const tell = (client: Client, { scene }: QrSignIn, what: string) =>
    client.post<QrAsker>(`/identity/qr/${scene}/${what}`);

  it('shows a code that WeChat can carry, and is signed in once the phone has said yes, once', async () => {
    const asked = await ask();
    expect(asked.scene).toMatch(/^[0-9A-Za-z_-]{22}$/);
    expect(asked.expiresAt).toBe(env.clock.now() + 2 * MINUTE_MS);
    expect(await stateOf(asked)).toBe('pending');
    expect(await env.cast.visitor.refusal(claim(asked))).toMatchObject({ status: 409, code: 'AUTH.QR_INVALID' });
    const client = await phone();
    expect(await client.refusal(tell(client, asked, 'confirm'))).toMatchObject({ code: 'AUTH.QR_INVALID' });
    const asker = await client.ok(tell(client, asked, 'scan'));
    expect(asker.device).toMatch(/电脑/);
    expect((await tell(client, asked, 'scan')).status).toBe(200);
    expect(await stateOf(asked)).toBe('scanned');
    expect((await tell(client, asked, 'confirm')).status).toBe(204);
    expect(await stateOf(asked)).toBe('confirmed');
    const answers = await Promise.all([claim(asked), claim(asked), claim(asked)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const signedIn = answers.find(({ status }) => status === 200)?.body as SignedIn;
    const me = (await env.cast.one('resident', PLACE.township)).id;
    expect(signedIn.me).toMatchObject({ id: me, way: 'qr' });
    expect(signedIn.refreshExpiresAt).toBe(env.clock.now() + 30 * MINUTE_MS);
    expect(await stateOf(asked)).toBe('used');
    const desktop = new Client(env.url, signedIn);
    expect(await desktop.refusal(tell(desktop, await ask(), 'scan'))).toMatchObject({ code: 'AUTH.QR_INVALID' });
  });

  it('is not let in by who only found the code, nor told anything without its secret', async () => {
    const asked = await ask();
    const wrong = { ...asked, secret: 'x'.repeat(43) };
    expect(await env.cast.visitor.refusal(claim(wrong))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    const path = `/identity/qr/${asked.id}?secret=${wrong.secret}`;
    expect(await env.cast.visitor.refusal(env.cast.visitor.get(path))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    const [one, two] = [await phone(), await phone(1)];
    await one.ok(tell(one, asked, 'scan'));
    expect(await two.refusal(tell(two, asked, 'scan'))).toMatchObject({ code: 'AUTH.QR_INVALID' });
    expect(await two.refusal(tell(two, asked, 'confirm'))).toMatchObject({ code: 'AUTH.QR_INVALID' });
    expect((await tell(one, asked, 'refuse')).status).toBe(204);
    expect(await stateOf(asked)).toBe('refused');
    expect(await env.cast.visitor.refusal(claim(asked))).toMatchObject({ code: 'AUTH.QR_INVALID' });
  });

  it('has two minutes', async () => {
    const client = await phone();
    const [unseen, scanned, confirmed] = [await ask(), await ask(), await ask()];
    for (const asked of [scanned, confirmed]) await client.ok(tell(client, asked, 'scan'));
    await client.ok(tell(client, confirmed, 'confirm'));
    env.clock.advance(2 * MINUTE_MS);
    for (const asked of [unseen, scanned, confirmed]) expect(await stateOf(asked)).toBe('expired');
    expect(await client.refusal(tell(client, unseen, 'scan'))).toMatchObject({ code: 'AUTH.QR_INVALID' });
    expect(await client.refusal(tell(client, scanned, 'confirm'))).toMatchObject({ code: 'AUTH.QR_INVALID' });
    expect(await env.cast.visitor.refusal(claim(confirmed))).toMatchObject({ code: 'AUTH.QR_INVALID' });
  });

  it('leaves no secret in the database', async () => {
    const asked = await ask();
    const tables = ['qr_sign_ins', 'idempotency_keys'];
    for (const table of tables) {
      expect(JSON.stringify(await env.database.read.query(`SELECT * FROM ${table}`))).not.toContain(asked.secret);
    }
  });
});
