import path from 'node:path';
import { launch } from './harness';

const DIST = path.resolve(__dirname, '../dist/weapp');

/** The page's title bar: what WeChat shows above it. */
const TITLES: Readonly<Record<string, string>> = {
  'pages/home/index': '首页',
  'pages/topics/index': '议题',
  'pages/sessions/index': '协商',
  'pages/me/index': '我的',
  'packages/me/settings/index': '外观设置',
};

describe('the built mini program', () => {
  it('opens every page of app.json, each with a title and something on it', async () => {
    const app = await launch(DIST);
    for (const route of app.routes) {
      const page = await app.openPage(route);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect({ route, title: page.title }).toEqual({ route, title: TITLES[route] ?? expect.stringMatching(/\S/) });
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
    await app.openPage('pages/me/index');
    await app.waitFor('外观设置');
    expect(app.findLabel('外观设置')).toHaveLength(1);
  });
});
