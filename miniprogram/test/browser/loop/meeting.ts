import { DAY_MS } from '../support/people';
import type { Story } from '../support/steps';
import { CAST, type Places, WORDS } from './cast';
import { pathOf } from './raising';

const HOUR_MS = DAY_MS / 24;
/** Eight days after it is called. */
const DAY = '2026-06-21';
const OPENS = Date.parse(`${DAY}T09:00+08:00`);

/** 协商: called, announced, filled, held. */
export function tellMeeting({ step }: Story, places: Partial<Places>): void {
  step('five days after publication the convener calls a session and announces it', async (people) => {
    await people.passDays(5);
    const convener = await people.as(CAST.convener);
    const { screen } = convener;
    await people.open(convener, places.topic ?? '');
    await screen.tap('召集协商');
    await screen.fill('开始时间', `${DAY}T09:00`);
    await screen.fill('地点', WORDS.place);
    await screen.fill('要商量的问题第 1 条', '活动室建在哪里');
    await screen.tap('保存');
    await screen.sees(WORDS.session, '等召集人发布会议通知');
    places.session = pathOf(convener.page.url());
    await screen.move('发布会议通知');
    await screen.sees('等召集人按时开会');
  });

  step('a neighbour and a member sign up', async (people) => {
    const neighbour = await people.as(CAST.neighbour);
    await people.open(neighbour, places.session ?? '');
    await neighbour.screen.move('我要报名', { title: '报名参会', confirm: '确定报名' });
    await neighbour.screen.sees('已有 1 人');

    const member = await people.as(CAST.member);
    await member.screen.goTo('协商');
    await member.screen.openRow(WORDS.session);
    await member.screen.move('我要报名', {
      title: '报名参会',
      confirm: '确定报名',
      fill: (sheet) => sheet.choose('您以什么身份参加', '政协委员'),
    });
    await member.screen.sees('已有 2 人');
  });

  step('at the door the convener calls the roll, and the neighbour scans the code', async (people) => {
    await people.until(OPENS - HOUR_MS);
    const convener = await people.as(CAST.convener);
    const member = await people.as(CAST.member);
    await people.open(convener, places.session ?? '');
    await convener.screen.tap('名单与点名');
    await convener.screen.tap(`${member.name}到`);
    await convener.screen.sees('已到 1 人');
    // Somebody who has no phone.
    await convener.screen.move('登记没有账号的人', {
      confirm: '加入名单',
      fill: async (sheet) => {
        await sheet.fill('姓名', '王秀英');
        await sheet.fill('单位或职务', '二组村民');
        await sheet.choose('类别', '老党员');
      },
    });
    await convener.screen.sees('二组村民 · 受邀 · 没有账号');
    await convener.screen.tap('王秀英到');
    await convener.screen.sees('应到 3 人，已到 2 人');
    await convener.screen.tap('返回');
    const [answer] = await Promise.all([convener.page.waitForResponse(/\/door$/), convener.screen.tap('签到码')]);
    await convener.page.getByRole('img', { name: '签到二维码' }).waitFor();
    const { url } = (await answer.json()) as { url: string };

    const neighbour = await people.as(CAST.neighbour);
    await people.open(neighbour, url);
    await neighbour.screen.tap(`我是${neighbour.name}，签到`);
    await neighbour.screen.sees(`${neighbour.name}，您已签到`);
  });

  step('the convener opens the session and ends it', async (people) => {
    const convener = await people.as(CAST.convener);
    await people.until(OPENS);
    await people.open(convener, places.session ?? '');
    await convener.screen.move('开始会议');
    await convener.screen.sees('等召集人结束会议');
    await people.until(OPENS + 2 * HOUR_MS);
    await convener.screen.move('结束会议');
    await convener.screen.sees('待出纪要', '应到 1 人，实到 1 人');
  });
}
