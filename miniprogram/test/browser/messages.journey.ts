import { journey } from './support/steps';

const TOWNSHIP = '青石镇';
const TITLES = ['北庄村口缺一盏路灯', '北庄村桥栏杆松了'] as const;
const LIST = '/packages/me/messages/index';

describe('what a person is told', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  const raiser = { role: '居民', place: TOWNSHIP };
  const convener = { role: '召集人', place: TOWNSHIP, desk: true };

  step('a visitor is asked to sign in, and whoever was told nothing yet reads when they will be', async (people) => {
    const visitor = await people.visitor(LIST);
    await visitor.screen.sees('请先登录');
    const { screen } = await people.as(raiser);
    await screen.goTo('我的');
    await screen.tap('消息');
    await screen.sees('还没有消息');
  });

  step('what waits for the convener stands beside the list on a desk, and is read once opened', async (people) => {
    const { screen, page } = await people.as(raiser);
    for (const title of TITLES) {
      await people.open({ screen, page, name: '' }, '/packages/topics/raise/index');
      await screen.fill('标题', title);
      await screen.fill('怎么回事', '晚上过路的人看不清，前几天有人摔了一跤。');
      await screen.choose('类别', '农村道路');
      await screen.choose('村（社区）', '北庄村');
      await screen.tap('提交议题');
      await screen.sees('议题已提交');
    }
    await people.town.work();

    const desk = await people.as(convener);
    await people.open(desk, '/');
    await desk.page.getByRole('navigation').getByRole('link', { name: '消息，2 条未读' }).click();
    await desk.screen.sees('2 条未读', '从左边选一条消息查看');
    await desk.page.getByRole('link', { name: new RegExp(`^未读，有新议题待审核，.*${TITLES[0]}`) }).click();
    await desk.page.getByRole('heading', { name: TITLES[0], exact: true }).waitFor();
    await desk.screen.sees('1 条未读');
    expect(new URL(desk.page.url()).pathname).toBe(LIST);
  });

  step('the raiser sees on the first page that there is news, opens it, and it is read', async (people) => {
    const desk = await people.as(convener);
    for (const title of TITLES) {
      await desk.page.getByRole('link', { name: new RegExp(title) }).click();
      await desk.page.getByRole('heading', { name: title, exact: true }).waitFor();
      await desk.screen.move('受理');
      await desk.screen.sees('等召集人筛选议题');
    }
    await people.town.work();

    const { screen, page } = await people.as(raiser);
    await people.open({ screen, page, name: '' }, '/');
    await page.getByRole('link', { name: '消息，2 条未读', exact: true }).first().click();
    await page.getByRole('link', { name: new RegExp(`^未读，.*${TITLES[1]}`) }).click();
    await page.getByRole('heading', { name: TITLES[1], exact: true }).waitFor();
    await page.goBack();
    await screen.sees('1 条未读');
    await page.getByRole('link', { name: new RegExp(`^(?!未读).*${TITLES[1]}`) }).waitFor();
  });

  step('all are marked as read, and stay so', async (people) => {
    const { screen, page } = await people.as(raiser);
    await screen.tap('全部标为已读');
    await page.getByText('1 条未读').waitFor({ state: 'hidden' });
    await page.reload();
    await screen.sees('没有更多了');
    expect(await page.getByRole('link', { name: /^未读/ }).count()).toBe(0);
  });
});
