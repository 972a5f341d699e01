import type { Story } from '../support/steps';
import { CAST, type Places, WORDS } from './cast';
import { pathOf } from './raising';

/** The record of it: written, contested, signed, published. */
export function tellMinutes({ step }: Story, places: Partial<Places>): void {
  step('the recorder writes the minutes and lets those who were there check them', async (people) => {
    const convener = await people.as(CAST.convener);
    const { screen } = convener;
    await screen.openRow('编号');
    await screen.control('填写纪要').waitFor();
    places.minutes = pathOf(convener.page.url());
    await screen.tap('填写纪要');
    await screen.tap('加一条发言');
    await screen.fill('发言人', '居民代表');
    await screen.fill('说了什么', WORDS.point);
    await screen.tap('加一条共识');
    await screen.fill('达成的共识第 1 条', WORDS.consensus);
    await screen.tap('加一条意见');
    await screen.fill('未达成共识、保留意见第 1 条', WORDS.dissent);
    await screen.tap('加一项任务');
    await screen.fill('做什么', WORDS.task);
    await screen.pick('牵头部门', '区民政局');
    await screen.fill('办结时限', '2026-09-30');
    await screen.fill('资金来源', '区级养老专项资金');
    await screen.move('保存并送核对', { title: '送参会人核对', confirm: '送参会人核对' });
    await screen.sees('异议期');
  });

  step('somebody who was there objects, and the convener answers', async (people) => {
    const neighbour = await people.as(CAST.neighbour);
    await people.open(neighbour, places.minutes ?? '');
    await neighbour.screen.move('提出异议', {
      confirm: '提交',
      fill: (sheet) => sheet.fill('异议内容', WORDS.objection),
    });
    await neighbour.screen.sees(WORDS.objection, '还没有答复');

    const convener = await people.as(CAST.convener);
    await people.open(convener, places.minutes ?? '');
    await convener.screen.sees(/异议期到 .*，过后才能核签/);
    await convener.screen.move('答复', {
      title: '答复异议',
      fill: async (sheet) => {
        await sheet.choose('是否采纳', '不采纳');
        await sheet.fill('答复', WORDS.objectionAnswer);
      },
    });
    await convener.screen.sees('未采纳', WORDS.objectionAnswer);
  });

  step('after three days the signatory signs, and the minutes are published', async (people) => {
    await people.passDays(4);
    const convener = await people.as(CAST.convener);
    await people.open(convener, places.minutes ?? '');
    await convener.screen.move('我来签字', { title: '核签会议纪要', confirm: '签字' });
    await convener.screen.move('发布会议纪要');
    await convener.screen.sees('已发布', '部分达成共识');
  });
}
