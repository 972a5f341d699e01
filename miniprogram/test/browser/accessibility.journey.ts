import { barriersOn } from './support/axe';
import type { Person, Who } from './support/people';
import { journey } from './support/steps';

const TOWNSHIP = '沿河街道';
const RESIDENT: Who = { role: '居民', place: TOWNSHIP };
const CONVENER: Who = { role: '召集人', place: TOWNSHIP };
const SCHEMES = ['light', 'dark'] as const;

describe('for somebody who cannot see well, or uses no mouse', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'), true);

  /** Nothing is in the way, neither by day nor by night. */
  const isOpenTo = async ({ screen, page }: Person, shows: string | RegExp): Promise<void> => {
    const found: string[] = [];
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await screen.sees(shows);
      found.push(...(await barriersOn(page)).map((barrier) => `${colorScheme}: ${barrier}`));
    }
    expect(found).toEqual([]);
  };

  for (const [name, path, shows] of [
    ['sign-in', '/packages/me/sign-in/index', '登录'],
    ['home', '/', '最新议题'],
    ['topics', '/pages/topics/index', '全部类别'],
    ['sessions', '/pages/sessions/index', '即将召开'],
  ] as const) {
    step(`a visitor finds nothing in the way: ${name}`, async (people) => {
      await isOpenTo(await people.visitor(path), shows);
    });
  }

  for (const [name, path, shows] of [
    ['raise', '/packages/topics/raise/index', '怎么回事'],
    ['me', '/pages/me/index', '我的议题'],
    ['settings', '/packages/me/settings/index', '关怀'],
  ] as const) {
    step(`a resident finds nothing in the way: ${name}`, async (people) => {
      const resident = await people.as(RESIDENT);
      await people.open(resident, path);
      await isOpenTo(resident, shows);
    });
  }

  step('nor on a topic, a session, their sheets, and the convener’s inbox', async (people) => {
    const resident = await people.as(RESIDENT);
    await people.open(resident, '/pages/topics/index');
    await resident.page.locator('.list-row').first().click();
    await isOpenTo(resident, '怎么回事');
    await resident.screen.tap(/^分享“/);
    await isOpenTo(resident, '请对方用手机扫一扫，就能看到');
    await resident.page.keyboard.press('Escape');
    await resident.screen.sheet('分享').gone();
    await people.open(resident, '/pages/sessions/index');
    await resident.page.locator('.list-row').first().click();
    await isOpenTo(resident, '办理进程');
    const convener = await people.as(CONVENER);
    await people.open(convener, '/packages/work/inbox/index');
    await isOpenTo(convener, '待办');
  });

  step('a sheet takes the keyboard, keeps it, and gives it back', async (people) => {
    const { screen, page } = await people.as(RESIDENT);
    await people.open({ screen, page, name: '' }, '/pages/topics/index');
    await page.locator('.list-row').first().click();
    const share = screen.control(/^分享“/);
    await share.focus();
    await page.keyboard.press('Enter');
    const sheet = screen.sheet('分享');
    await sheet.sees('请对方用手机扫一扫，就能看到');
    const within = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      expect(await within()).toBe(true);
    }
    await page.keyboard.press('Escape');
    await sheet.gone();
    expect(await share.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  step('the address is copied, and that is said', async (people) => {
    const { screen, page } = await people.as(RESIDENT);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await screen.tap(/^分享“/);
    await screen.sheet('分享').tap('复制链接');
    await page.locator('[role="status"]', { hasText: '链接已复制' }).waitFor({ state: 'attached' });
  });

  step('a field says its name to whoever cannot see it', async (people) => {
    const { page } = await people.as(RESIDENT);
    await page.goto(`${people.town.url}/packages/topics/raise/index`);
    await page.getByRole('textbox', { name: '标题', exact: true }).waitFor();
    await page.getByRole('textbox', { name: '怎么回事', exact: true }).waitFor();
  });
});
