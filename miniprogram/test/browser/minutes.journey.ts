import type { MinutesDetail } from '@consult/shared';
import { callerOf, draftMinutes } from './support/draft-minutes';
import type { People } from './support/people';
import { journey } from './support/steps';

const TOWNSHIP = '沿河街道';
const CONVENER = { role: '召集人', place: TOWNSHIP, desk: true };
const RECORDER = { role: '政协委员', place: TOWNSHIP };
const SAVED = /已保存 \d\d:\d\d/;

describe('minutes that two write at once', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  let id = '';
  const edit = () => `/packages/minutes/edit/index?id=${id}`;
  const detail = () => `/packages/minutes/detail/index?id=${id}`;
  const kept = async (people: People): Promise<MinutesDetail> =>
    (await callerOf(people.town, 'convener')).call<MinutesDetail>('GET', `/minutes/${id}`);

  step('save themselves while they are written', async (people) => {
    id = await draftMinutes(people.town, (at) => people.until(at));
    const recorder = await people.as(RECORDER);
    await people.open(recorder, edit());
    await recorder.screen.fill('情况说明', '院内老人占三成。');
    await recorder.screen.sees(SAVED);
    expect((await kept(people)).situation).toBe('院内老人占三成。');
  });

  step('show each the words of the other, who is writing, and lose none of both', async (people) => {
    const recorder = await people.as(RECORDER);
    const convener = await people.as(CONVENER);
    await people.open(convener, edit());
    await convener.screen.sees(`${recorder.name}也在写`);
    await Promise.all(
      [
        { person: recorder, words: '先装扶手，再修台阶。' },
        { person: convener, words: '扶手今年装，台阶明年修。' },
      ].map(async ({ person: { screen, page, name }, words }) => {
        await screen.tap('加一条发言');
        await page.getByRole('textbox', { name: '发言人' }).last().fill(name);
        await page.getByRole('textbox', { name: '说了什么' }).last().pressSequentially(words, { delay: 30 });
      }),
    );
    await convener.screen.sees('发言 2', SAVED);
    await recorder.screen.sees('发言 2', SAVED);
    const texts = () => kept(people).then(({ points }) => points.map(({ text }) => text).sort());
    expect(await texts()).toEqual(['先装扶手，再修台阶。', '扶手今年装，台阶明年修。'].sort());
    await recorder.screen.sees(`${convener.name}也在写`);
  });

  step('stay on the device without a network and go out when it is back', async (people) => {
    const recorder = await people.as(RECORDER);
    const context = recorder.page.context();
    await context.setOffline(true);
    await recorder.screen.tap('加一条共识');
    await recorder.screen.fill('达成的共识第 1 条', '今年装好扶手');
    await recorder.screen.sees('没有网络，已存在本机');
    await context.setOffline(false);
    await recorder.screen.sees(SAVED);
    expect((await kept(people)).consensus).toEqual(['今年装好扶手']);
    people.complaints.take();
  });

  step('are not shown around before it is said what was not agreed, or that there was nothing', async (people) => {
    const recorder = await people.as(RECORDER);
    const { screen, page } = recorder;
    await screen.tap('保存并送核对');
    await screen.sees('请写明保留意见；没有的，请在这里确认');
    await page.getByRole('checkbox', { name: '本次会议无保留意见' }).click();
    await screen.move('保存并送核对', { title: '送参会人核对', confirm: '送参会人核对' });
    await people.open(recorder, detail());
    await screen.sees('异议期', '本次会议无保留意见');
  });

  step('can be told from forged ones by everyone once they are published', async (people) => {
    await people.passDays(4);
    const convener = await people.as(CONVENER);
    await people.open(convener, detail());
    await convener.screen.move('我来签字', { title: '核签会议纪要', confirm: '签字' });
    await convener.screen.move('发布会议纪要');
    await convener.screen.sees('已发布', '验真');
    const code = (await kept(people)).seal?.code ?? '';
    const visitor = await people.visitor('/packages/minutes/verify/index');
    await visitor.screen.fill('验真码', `${code.slice(0, 8)} ${code.slice(8)}`.toUpperCase());
    await visitor.screen.tap('验真');
    await visitor.screen.sees('真的：内容和发布时一致', '第 1 版');
    await visitor.screen.fill('验真码', '0000 0000 0000 0000');
    await visitor.screen.tap('再验一份');
    await visitor.screen.sees('没有这份会议纪要');
    people.complaints.take();
  });
});
