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
    await screen.sees(WORDS.reply, WORDS.progress, '已有 3 人评议，人数太少时不公布结果。');
  });

  step('nothing internal is on any page or in what the pages are made of', async (people) => {
    const names = await Promise.all(
      [CAST.raiser, CAST.neighbour, CAST.member].map(async (who) => (await people.as(who)).name),
    );
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
}
