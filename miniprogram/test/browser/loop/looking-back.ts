import { PHONES, tooWide } from '../support/sideways';
import type { Story } from '../support/steps';
import { CAST, type Places, WORDS } from './cast';

/** Every move of the topic that the public sees, latest first. */
const TIMELINE = [
  '办结',
  '转入落实',
  '召集协商',
  '县政协审定通过',
  '乡镇党委同意',
  '送乡镇党委审核',
  '列为拟定议题',
  '受理',
];

/** Pages that a visitor finds; those of single items come with the loop. */
const PAGES = [
  '/pages/home/index',
  '/pages/topics/index',
  '/pages/sessions/index',
  '/pages/me/index',
  '/packages/me/sign-in/index',
  '/packages/plans/list/index',
  '/packages/outcomes/list/index',
  '/packages/ledger/list/index',
];

/** What everyone can see afterwards, and what nobody outside can. */
export function tellLookingBack({ step }: Story, places: Partial<Places>): void {
  step('a visitor finds the topic closed, with its four steps and its whole story', async (people) => {
    const { screen, page } = await people.visitor();
    await screen.openRow(WORDS.title);
    await screen.sees('已办结', '1', '人附议');
    await page.getByRole('img', { name: '征集已完成，审定已完成，协商已完成，落实已完成' }).waitFor();
    const entries = await page.getByRole('listitem').allInnerTexts();
    expect(entries.map((entry) => entry.split('\n')[0])).toEqual(expect.arrayContaining(TIMELINE));
    await screen.openRow(WORDS.task);
    await screen.sees(WORDS.reply, WORDS.progress, '3 人评议，人数太少，不公布结果。');
  });

  step('nothing internal is on any page or in what the pages are made of', async (people) => {
    const names = [CAST.raiser, CAST.neighbour, CAST.member].map((who) => people.nameOf(who));
    const { instructor, instruction, objection, objectionAnswer, comment } = WORDS;
    const internal = [...names, instructor, instruction, objection, objectionAnswer, comment];

    const visitor = await people.visitor();
    const answers: Promise<string>[] = [];
    visitor.page.on('response', (response) => {
      if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
    });
    const shown: string[] = [];
    const mark: Record<keyof Places, string> = {
      topic: WORDS.description,
      session: WORDS.place,
      minutes: WORDS.dissent,
      outcome: WORDS.summary,
      task: WORDS.reply,
    };
    for (const [place, words] of Object.entries(mark)) {
      await people.open(visitor, places[place as keyof Places] ?? '');
      await visitor.screen.sees(words);
      shown.push(await visitor.screen.text());
    }
    const read = [...shown, ...(await Promise.all(answers))].join('\n');
    expect(internal.filter((words) => read.includes(words))).toEqual([]);
  });

  step('a visitor sees what is public on every tab, and is asked to sign in where there is work', async (people) => {
    const visitor = await people.visitor();
    const { screen } = visitor;
    await screen.sees(WORDS.title);
    await screen.goTo('议题');
    await screen.sees(WORDS.title);
    await screen.goTo('协商');
    await screen.tap('以前的');
    await screen.sees(WORDS.session);
    await screen.tap('会议纪要');
    await screen.sees('部分达成共识');
    await screen.goTo('我的');
    await screen.sees('还没有登录');
    await people.open(visitor, '/packages/work/inbox/index');
    await screen.sees('请先登录', '登录后能看到要您办的事');
  });

  step('关怀 enlarges the letters, and stays after a reload', async (people) => {
    const { screen, page } = await people.visitor('/packages/me/settings/index');
    const size = () =>
      page.getByText('邻里的事，商量着办').evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize));
    const before = await size();
    await screen.choose('显示方式', '关怀');
    await page.reload();
    expect(await size()).toBeGreaterThanOrEqual(before * 1.2);
  });

  for (const appearance of ['标准', '关怀']) {
    step(`no page has to be moved sideways on a small phone (${appearance})`, async (people) => {
      const visitor = await people.visitor('/packages/me/settings/index');
      await visitor.screen.choose('显示方式', appearance);
      const wide: string[] = [];
      for (const path of [...PAGES, ...Object.values(places)]) {
        await people.open(visitor, path);
        wide.push(...(await tooWide(visitor.page, PHONES)));
      }
      expect(wide).toEqual([]);
    });
  }
}
