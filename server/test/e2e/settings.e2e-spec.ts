import type { Page, SettingsChangeView } from '@consult/shared';
import type { RequestContext } from '../../src/common/context/request-context.js';
import { Settings } from '../../src/regions/settings.service.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('settings on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  });
  afterAll(() => env.stop());

  const path = `/regions/${PLACE.townshipCode}/settings`;
  const office = () => env.cast.one('county_office', PLACE.county);

  it('keep who changed them, from what to what, newest first and a page at a time', async () => {
    const { client, name } = await office();
    const first = { brandName: '沿河协商' };
    const second = { brandName: '沿河好商量', deadlines: { screening: { workingDays: 3 } } };
    for (const own of [first, second, {}]) await client.ok(client.put(path, own));
    const page = await client.ok(client.get<Page<SettingsChangeView>>(`${path}/changes?limit=2`));
    expect(page.items).toMatchObject([
      { by: name, at: env.clock.now(), before: second, after: {} },
      { by: name, before: first, after: second },
    ]);
    const rest = await client.ok(
      client.get<Page<SettingsChangeView>>(`${path}/changes?limit=2&after=${page.nextAfter}`),
    );
    expect(rest).toMatchObject({ items: [{ before: null, after: first }], nextAfter: null });
  });

  it('keep nothing of a change that was refused', async () => {
    const { client } = await office();
    const before = await client.ok(client.get<Page<SettingsChangeView>>(`${path}/changes`));
    const wrong = client.put(path, { deadlines: { screening: { days: 0 } } });
    expect(await client.refusal(wrong)).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await client.ok(client.get(`${path}/changes`))).toEqual(before);
  });

  it('that are refused are named, each with what it may be', async () => {
    const { client } = await office();
    const wrong = {
      brandName: '好',
      thresholds: { minimumRatings: 2 },
      deadlines: { screening: { days: 0 }, supplement: { days: 10 }, redo: { workingDays: 400 } },
    };
    const refusal = await client.refusal(client.put(path, wrong));
    expect(refusal).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(refusal.details?.fields).toEqual([
      { field: 'brandName', message: '“平台名称”要填 2 到 12 个字' },
      {
        field: 'deadlines',
        message: '“审核议题”的期限要填 1 到 365 天或工作日；“重新办理”的期限要填 1 到 365 天或工作日',
      },
      { field: 'thresholds.minimumRatings', message: '“满几人评议才公布”要填 5 到 100 人' },
    ]);
  });

  it('hold once they are set, and not where what sets them is given up', async () => {
    const { client } = await office();
    const settings = env.app.get(Settings);
    const brand = async (db = env.database.read) => (await settings.of(db, PLACE.townshipCode)).brandName;
    const before = await brand();
    await client.ok(client.put(path, { brandName: '沿河商量' }));
    expect(await brand()).toBe('沿河商量');
    const changing = env.database.write(async (db) => {
      const ctx = { db, now: env.clock.now(), requestId: 'R', actor: { id: (await office()).id } };
      await settings.set(ctx as unknown as RequestContext, PLACE.townshipCode, { brandName: '说说看' });
      expect(await brand(db)).toBe('说说看');
      throw new Error('given up');
    });
    await expect(changing).rejects.toThrow('given up');
    expect(await brand()).toBe('沿河商量');
    await client.ok(client.put(path, {}));
    expect(await brand()).toBe(before);
  });

  it('and their changes are another county’s office’s business in no way', async () => {
    const { client } = await env.cast.one('county_office', '墨阳县');
    expect(await client.refusal(client.get(`${path}/changes`))).toMatchObject({ status: 403, code: 'REGION.OUTSIDE' });
  });

  it('are not set for a community, which goes by its township', async () => {
    const { client } = await office();
    const set = client.put(`/regions/${PLACE.community}/settings`, { brandName: '沿西协商' });
    expect(await client.refusal(set)).toMatchObject({ status: 400, code: 'REGION.NO_SETTINGS' });
  });
});
