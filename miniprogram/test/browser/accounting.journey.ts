import { readFile } from 'node:fs/promises';
import type { LedgerEntry, LedgerFilters, Page as Paged } from '@consult/shared';
import type { Page } from 'playwright-core';
import { Caller } from './support/api';
import { DESKTOP, type Person, type Who } from './support/people';
import { journey } from './support/steps';

const COUNTY_CODE = '419902';
const TOWNSHIP_CODE = '419902001';
const COUNTY: Who = { role: '县政协', place: '城东区', desk: true };
const LEDGER = '/packages/ledger/list/index';

/** The n of 收到议题 36. */
const numberIn = (label: string): number => Number(/(\d+)(?: 件次?)?(?:，.*)?$/.exec(label)?.[1]);

/**
 * Waits until every row of a list is there.
 * @param row a row of it
 * @param words stand in each of them
 * @param number the number that is to say how many there are
 * @returns how many there are
 */
async function rowsOf(page: Page, row: string, words = '', number = ''): Promise<number> {
  const counted = await page.waitForFunction(
    ({ row, words, number }) => {
      const seen = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0);
      const rows = seen(row);
      const [foot] = seen('.list-view__foot');
      foot?.scrollIntoView();
      const isWhole = foot !== undefined && foot.querySelector('.list-view__end') !== null;
      const agrees = number === '' || Number(seen(number)[0]?.textContent) === rows.length;
      return isWhole && agrees && rows.every((one) => one.textContent?.includes(words)) ? rows.length : false;
    },
    { row, words, number },
  );
  return counted.jsonValue() as Promise<number>;
}

/** Waits until the ledger has as many rows, each with these words, as its chosen number says. */
const addsUp = ({ page }: Person, words = ''): Promise<number> =>
  rowsOf(page, '.ledger-row', words, '.ledger-figures__figure--chosen .ledger-figures__count');

describe('holding a county to what it promised', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'), true);
  let shown: LedgerEntry | undefined;
  let visitor: Person;
  const entry = (): LedgerEntry => {
    if (!shown) throw new Error('No promise was answered as solved, with a photo');
    return shown;
  };

  step('every number of the ledger has as many rows, however it is narrowed', async (people) => {
    const anyone = new Caller(people.town);
    const { departments, categories, years } = await anyone.get<LedgerFilters>(`/ledger/filters?region=${COUNTY_CODE}`);
    const solved = await anyone.get<Paged<LedgerEntry>>(`/ledger?region=${TOWNSHIP_CODE}&replyClass=A`);
    shown = solved.items.find(({ hasPhotos }) => hasPhotos);
    visitor = await people.visitor(LEDGER, DESKTOP);
    const { screen } = visitor;
    await addsUp(visitor, '沿河街道');
    await screen.tap('全县（区）');
    const all = await addsUp(visitor);
    await screen.tap(/^已答复 \d+ 件$/);
    expect(await addsUp(visitor)).toBeLessThanOrEqual(all);
    await screen.tap(/^全部承诺 /);
    for (const [field, choice, any] of [
      ['单位', departments[0]?.name ?? '', '全部单位'],
      ['类别', categories[0] ?? '', '全部类别'],
      ['承诺年份', `${years[0]} 年`, '全部年份'],
    ] as const) {
      await screen.pick(field, choice);
      await screen.control(`${field}：${choice}`).waitFor();
      expect(await addsUp(visitor, field === '单位' ? choice : '')).toBeLessThanOrEqual(all);
      await screen.pick(field, any);
      await screen.control(`${field}：${any}`).waitFor();
    }
    expect(await addsUp(visitor)).toBe(all);
  });

  step('a promise of it is sent on as a card with a short address', async () => {
    const { screen, page } = visitor;
    await screen.openRow(entry().what);
    await screen.sees('最初承诺', '部门答复');
    await screen.tap(/^分享“/);
    const sheet = screen.sheet('分享');
    await sheet.sees(new RegExp(`/p/${entry().code}$`));
    await page.getByRole('img', { name: /分享卡片/ }).waitFor();
  });

  step('the same is read without the app: promise, topic and township, with no script run', async (people) => {
    const { page } = await people.scriptless();
    await page.goto(`${people.town.url}/p/${entry().code}`);
    const reads = async (...words: string[]) => {
      for (const word of words) await page.getByText(word).first().waitFor();
    };
    await page.getByRole('heading', { level: 1, name: entry().what }).waitFor();
    await reads('现在的情况：', '最初承诺办好', 'A 类 · 已解决或采纳', '时间线');
    await page
      .getByRole('img', { name: /照片 1$/ })
      .first()
      .waitFor();
    await page.locator('a[href^="/t/"]').first().click();
    await page.waitForURL(/\/t\/[0-9A-Z]{8}$/);
    await reads('走到了哪一步', '谁承诺了什么', entry().what, '时间线');
    await page.locator('a[href^="/r/"]').first().click();
    await page.waitForURL(`**/r/${TOWNSHIP_CODE}`);
    await page.getByRole('heading', { level: 1, name: '沿河街道公开的议题和承诺' }).waitFor();
    expect(await page.locator('a[href^="/t/"]').count()).toBeGreaterThan(3);
    await page.getByText(/^共 \d+ 件：/).waitFor();
    const ledger = await page.getByRole('link', { name: '在网页版里看全部承诺（承诺台账）' }).getAttribute('href');
    await page.context().close();
    const { screen } = await people.visitor(ledger ?? '');
    await screen.sees('沿河街道', entry().what);
  });

  step('behind each number of the county’s dashboard stand as many rows', async (people) => {
    const county = await people.as(COUNTY);
    const { screen, page } = county;
    await screen.goTo('我的');
    await screen.tap('数据看板');
    for (const name of [/^收到议题 \d+$/, /^开展协商 \d+$/, /^作出承诺 \d+$/, /^沿河街道，.* \d+ 件$/]) {
      const number = screen.control(name);
      const n = numberIn((await number.getAttribute('aria-label')) ?? '');
      expect(n).toBeGreaterThan(0);
      await number.click();
      await screen.sees(`共 ${n} 件`);
      expect(await rowsOf(page, '.list-row')).toBe(n);
      await page.goBack();
    }
  });

  step(
    'behind a time in a state and a theme of a month stand as many rows, and a month can be chosen',
    async (people) => {
      const { screen, page } = await people.as(COUNTY);
      const opens = async (name: RegExp, unit: string) => {
        const number = screen.control(name);
        const n = numberIn((await number.getAttribute('aria-label')) ?? '');
        await number.click();
        await screen.sees(`共 ${n} ${unit}`);
        expect(await rowsOf(page, '.list-row')).toBe(n);
        await page.goBack();
      };
      await screen.sees('一般停留', '十件里九件不超过');
      await opens(/^已列入计划，\d+ 件次$/, '件次');
      await screen.tap('看表格');
      const heads = await page.getByRole('columnheader', { name: /^(合计|\d+月)$/ }).allTextContents();
      expect(heads).toEqual(['合计', '6月', '5月', '4月', '3月', '2月', '1月']);
      const months = page.getByRole('link', { name: /^\S+，\d+月 \d+ 件$/ });
      const name = (await months.first().getAttribute('aria-label')) ?? '';
      await opens(new RegExp(`^${name}$`), '件');
      await screen.pick('月份', '1月');
      await screen.control('月份：1月').waitFor();
      await screen.sees('大家怎么评');
      await page.reload();
      await screen.control('月份：1月').waitFor();
      await screen.pick('月份', '全年');
      await screen.control(/^收到议题 \d+$/).waitFor();
    },
  );

  step('on a wall it says the same, with nothing cut off', async (people) => {
    const { screen, page } = await people.as(COUNTY);
    const raised = numberIn((await screen.control(/^收到议题 \d+$/).getAttribute('aria-label')) ?? '');
    await screen.tap('大屏');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await screen.sees(/城东区 · .*协商数据/, '议题如今在哪里', '在办的承诺');
    const wall = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { scrollWidth, scrollHeight, first: document.querySelector('.figure-wall__figure')?.textContent };
    });
    expect(wall).toEqual({ scrollWidth: 1920, scrollHeight: 1080, first: String(raised) });
    await page.setViewportSize(DESKTOP);
    await page.goBack();
  });

  step('the county writes its bulletin and takes it and its tables along as files', async (people) => {
    const { screen, page } = await people.as(COUNTY);
    await screen.tap('通报和统计表');
    await screen.fill('开头的话', '五月份，各乡镇协商工作有序开展。');
    await screen.tap('保存');
    await screen.control('已保存').waitFor();
    await screen.sees(/统计到\d+年\d+月\d+日/);
    for (const [button, ending] of [
      ['下载通报（Word 文件）', '.docx'],
      ['下载统计表（Excel 文件）', '.xlsx'],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent('download'), screen.tap(button)]);
      expect(file.suggestedFilename()).toContain(ending);
      const content = await readFile(await file.path());
      expect(content.subarray(0, 2).toString()).toBe('PK');
      expect(content.length).toBeGreaterThan(2_000);
    }
  });

  step('anybody takes the open data along', async (people) => {
    const { screen, page } = await people.visitor('/packages/open-data/list/index');
    await screen.tap('看程序用的文件');
    for (const [format, begins] of [
      ['表格（Excel 能打开）', /^\uFEFF?[^\n]+,[^\n]+\n/],
      ['整份一个 JSON', /^[[{]/],
    ] as const) {
      const [tab] = await Promise.all([
        page.context().waitForEvent('request', (request) => /\/api\/v1\/open\//.test(request.url())),
        screen.tap(new RegExp(`^下载沿河街道.*，${format.replace(/[()（）]/g, '.')}$`)),
      ]);
      const file = await page.request.get(tab.url());
      expect(file.headers()['content-disposition']).toContain('attachment');
      expect(await file.text()).toMatch(begins);
    }
  });
});
