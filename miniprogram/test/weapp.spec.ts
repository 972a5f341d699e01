import path from 'node:path';
import { launch } from './harness';

const DIST = path.resolve(__dirname, '../dist/weapp');

describe('the built mini program', () => {
  it('opens every page of app.json, each with a title and something on it', async () => {
    const app = await launch(DIST);
    for (const route of app.routes) {
      const page = await app.openPage(route);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect({ route, title: page.title }).toEqual({ route, title: expect.stringMatching(/\S/) });
      expect({ route, text: page.text() }).toEqual({ route, text: expect.stringMatching(/\S/) });
    }
  });

  it('goes from 我的 to 外观设置, and keeps 关怀 on the device', async () => {
    const app = await launch(DIST);
    await app.openPage('pages/me/index');
    app.tap(await app.waitFor('外观设置'));
    app.tap(await app.waitFor('关怀'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.page().route).toBe('packages/me/settings/index');
    expect(app.storage.get('appearance')).toBe('"care"');
    expect(app.tree().children[0]?.className).toContain('theme-care');

    const again = await launch(DIST, { storage: app.storage });
    expect(again.tree().children[0]?.className).toContain('theme-care');
  });

  it('names what can be tapped for screen readers', async () => {
    const app = await launch(DIST);
    await app.openPage('packages/me/settings/index');
    await app.waitFor('关怀');
    expect(app.findLabel('标准，已选')).toHaveLength(1);
    expect(app.findLabel('关怀')).toHaveLength(1);
  });
});
