import path from 'node:path';
import { Town } from './browser/support/town';
import { launch, type Weapp } from './harness';

const DIST = path.resolve(__dirname, '../dist/weapp');

// Every page is opened, one after another.
jest.setTimeout(60_000);

describe('the built mini program', () => {
  let town: Town;
  const start = (storage?: Map<string, string>): Promise<Weapp> => launch(DIST, { apiBase: town.url, storage });

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
  }, 30_000);
  afterAll(() => town.stop());

  it('opens every page of app.json, each with a title and something on it, and none with an error', async () => {
    const app = await start();
    for (const route of app.routes) {
      const page = await app.openPage(route);
      await app.waitFor(/\S/);
      // For what goes wrong only once something is there.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect({ route, title: page.title }).toEqual({ route, title: expect.stringMatching(/\S/) });
      expect({ route, errors: app.errors }).toEqual({ route, errors: [] });
      // A pile of more pages than WeChat allows would be refused.
      await app.openPage('pages/home/index');
    }
    app.kill();
  });

  it('goes from 我的 to 外观设置, and keeps 关怀 on the device', async () => {
    const app = await start();
    await app.openPage('pages/me/index');
    await app.press('外观设置');
    await app.waitForPage('packages/me/settings/index');
    await app.press('关怀');
    expect(app.storage.get('appearance')).toBe('"care"');
    expect(app.tree().children[0]?.className).toContain('theme-care');
    app.kill();

    const again = await start(app.storage);
    expect(again.tree().children[0]?.className).toContain('theme-care');
    again.kill();
  });

  it('names what can be tapped for screen readers', async () => {
    const app = await start();
    await app.openPage('packages/me/settings/index');
    await app.waitFor('关怀');
    expect(app.findLabel('标准，已选')).toHaveLength(1);
    expect(app.findLabel('关怀')).toHaveLength(1);
    app.kill();
  });
});
