import { journey } from './support/steps';

const TOWNSHIP = '柳林镇';
const TITLES = ['新村社区缺一处晾晒场', '柳林街村口减速带破损'] as const;

describe('the convener’s workbench at desktop width', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  const convener = { role: '召集人', place: TOWNSHIP, desk: true };

  step('two topics wait to be looked at', async (people) => {
    const raiser = await people.as({ role: '居民', place: TOWNSHIP });
    for (const title of TITLES) {
      await people.open(raiser, '/packages/topics/raise/index');
      await raiser.screen.fill('标题', title);
      await raiser.screen.fill('怎么回事', '秋收时没有地方晒粮，年年晒在公路上。');
      await raiser.screen.choose('类别', '农村道路');
      await raiser.screen.choose('村（社区）', '柳林街村');
      await raiser.screen.tap('提交议题');
      await raiser.screen.sees('议题已提交');
    }
  });

  step('the down key walks the list, Enter opens beside it, Esc closes', async (people) => {
    const { screen, page } = await people.as(convener);
    await screen.goTo('待办');
    await screen.sees(...TITLES, '从左边选一件来办');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain(TITLES[0]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: TITLES[0], exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain(TITLES[1]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: TITLES[1], exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/packages/work/inbox/index');

    await page.keyboard.press('Escape');
    await screen.sees('从左边选一件来办');
  });

  step('a move is made without the mouse; Esc in its sheet closes only the sheet', async (people) => {
    const { screen, page } = await people.as(convener);
    await page.keyboard.press('Enter');
    const accept = screen.control('受理');
    await accept.focus();
    await page.keyboard.press('Enter');
    const sheet = screen.sheet('受理');
    await sheet.sees('进入议题库，所有人都能看到，可以附议。');
    await page.keyboard.press('Escape');
    await sheet.gone();
    await page.getByRole('heading', { name: TITLES[1], exact: true }).waitFor();

    await accept.focus();
    await page.keyboard.press('Enter');
    await sheet.control('受理').focus();
    await page.keyboard.press('Enter');
    await sheet.gone();
    await screen.sees('等召集人筛选议题');
  });

  step('what is printed is what is open, without the list beside it', async (people) => {
    const { page } = await people.as(convener);
    const screenSize = page.viewportSize();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 600, height: 900 });
    await page.locator('.split-view__list').waitFor({ state: 'hidden' });
    expect(await page.getByRole('heading', { name: TITLES[1], exact: true }).isVisible()).toBe(true);
    if (screenSize) await page.setViewportSize(screenSize);
    await page.emulateMedia({ media: null });
  });

  step('the / key goes to the search, which finds', async (people) => {
    const { screen, page } = await people.as(convener);
    // What was raised can be found once the worker has brought it into the search's index.
    await people.town.work();
    await screen.goTo('议题');
    await screen.sees(TITLES[1]);
    await page.keyboard.press('/');
    await page.getByRole('heading', { name: '搜索', exact: true }).waitFor();
    await page.keyboard.type('减速带');
    await screen.openRow('减速带');
    await screen.sees(TITLES[1]);
  });
});
