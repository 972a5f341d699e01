import type { LedgerEntry, Page as Paged } from '@consult/shared';
import { Caller } from './support/api';
import { barriersOn } from './support/axe';
import type { Person, Who } from './support/people';
import { disorderOn } from './support/reading-order';
import { PHONES, sticksOut, tooWide } from './support/sideways';
import { journey } from './support/steps';

const TOWNSHIP = '沿河街道';
const RESIDENT: Who = { role: '居民', place: TOWNSHIP };
const CONVENER: Who = { role: '召集人', place: TOWNSHIP };
const COUNTY: Who = { role: '县政协', place: '城东区' };
const SCHEMES = ['light', 'dark'] as const;
const ADMIN: Who = { role: '系统管理员', place: '城东区' };
/** Of a desktop, last of a phone, in px. */
const WIDTHS = [1280, 390];
/** Of a phone, and of a desktop on which everything is twice as large, in px. */
const PLAIN_WIDTHS = [320, 640];
/** Where everybody looks things up: its name, its address, and what is there once it is drawn. */
const LOOKED_UP = [
  ['the ledger', '/packages/ledger/list/index', /^全部承诺$/],
  ['the dashboard', '/packages/figures/board/index?open=1', '在办的承诺'],
  ['the search', '/packages/search/search/index', /写两三个字就能找/],
  ['the cases', '/packages/cases/list/index', '全部年份'],
  ['the open data', '/packages/open-data/list/index', '怎样引用'],
] as const;

describe('for somebody who cannot see well, or uses no mouse', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'), true);
  /** The addresses of single items. */
  const places: string[] = [];

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
    ['sessions', '/pages/sessions/index', '今天起'],
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

  /** Nothing is in the way, nor out of sight at the side, and it can be read and walked through in order. */
  const isClear = async (person: Person, shows: string | RegExp): Promise<void> => {
    await isOpenTo(person, shows);
    expect(await disorderOn(person.page)).toEqual([]);
    expect(await tooWide(person.page, WIDTHS)).toEqual([]);
  };

  for (const [name, path, shows] of LOOKED_UP) {
    step(`nothing is in the way, nor out of sight, nor out of order: ${name}`, async (people) => {
      const visitor = await people.visitor(path);
      await isClear(visitor, shows);
      await visitor.page.context().close();
    });
  }

  step('nor on a promise, the rows behind a number, what is found, and a case', async (people) => {
    const visitor = await people.visitor('/packages/ledger/list/index');
    const keep = () => places.push(new URL(visitor.page.url()).href.slice(people.town.url.length));
    await visitor.page.locator('.list-row').first().click();
    await isClear(visitor, '最初承诺');
    keep();
    await people.open(visitor, '/packages/figures/board/index?open=1');
    await visitor.screen.tap(/^收到议题 /);
    await isClear(visitor, /^共 \d+ 件/);
    keep();
    // Found once the worker has come by.
    await people.town.work();
    await people.open(visitor, '/packages/search/search/index');
    await visitor.screen.fill('搜议题、纪要、成果', '养老');
    await isClear(visitor, '没有更多了');
    await people.open(visitor, '/packages/cases/list/index');
    await visitor.page.locator('.list-row').first().click();
    await isClear(visitor, '可借鉴的做法');
    keep();
  });

  step('nor on a county’s bulletin, and its keys to open data', async (people) => {
    for (const [who, path, shows] of [
      [COUNTY, '/packages/figures/bulletin/index', '下载通报（Word 文件）'],
      [ADMIN, '/packages/admin/keys/index', '还没有发放密钥'],
    ] as const) {
      const person = await people.as(who);
      await people.open(person, path);
      await isClear(person, shows);
    }
  });

  step('in 关怀 the same pages need no moving sideways on a small phone', async (people) => {
    const visitor = await people.visitor('/packages/me/settings/index');
    await visitor.screen.choose('显示方式', '关怀');
    const wide: string[] = [];
    for (const path of [...LOOKED_UP.map(([, path]) => path), ...places]) {
      await people.open(visitor, path);
      wide.push(...(await tooWide(visitor.page, PHONES)));
    }
    expect(wide).toEqual([]);
    await visitor.page.context().close();
  });

  step('nor do the pages without the app, with no script run, on a small phone or twice as large', async (people) => {
    const { items } = await new Caller(people.town).get<Paged<LedgerEntry>>('/ledger?region=419902001&replyClass=A');
    const { page } = await people.scriptless();
    const wide: string[] = [];
    const visit = async (): Promise<void> => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      wide.push(...(await sticksOut(page, PLAIN_WIDTHS, 'html, body, main')));
      expect(await disorderOn(page)).toEqual([]);
    };
    await page.goto(`${people.town.url}/p/${items[0]?.code}`);
    await visit();
    for (const kind of ['t', 'r']) {
      await page.locator(`main a[href^="/${kind}/"]`).first().click();
      await page.waitForURL(`**/${kind}/*`);
      await visit();
    }
    expect(wide).toEqual([]);
  });

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
    // While the card is drawn what stands there is replaced, the keyboard's place included.
    await page.getByRole('img', { name: /分享卡片/ }).waitFor();
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
