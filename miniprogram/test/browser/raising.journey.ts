import { SERVER_AWAY } from './support/complaints';
import type { Person, Who } from './support/people';
import type { Screen } from './support/screen';
import { journey } from './support/steps';

const TOWNSHIP = '青石镇';
const RAISER: Who = { role: '居民', place: TOWNSHIP };
const CONVENER: Who = { role: '召集人', place: TOWNSHIP };

const MARKUP = '<b>桥</b><img src=x onerror=alert()>没栏杆';

async function write(screen: Screen, title: string): Promise<void> {
  await screen.fill('标题', title);
  await screen.fill('怎么回事', '村口到小学这一段，晚上七点以后一片黑。');
  await screen.choose('类别', '公共安全');
  await screen.choose('村（社区）', '北庄村');
}

describe('raising a topic', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));

  const inbox = async ({ screen }: Person, title: string): Promise<void> => {
    await screen.tap('首页');
    await screen.tap(/^待办 /);
    await screen.openRow(title);
  };

  step('what was written is there again after the page was closed', async (people) => {
    const { screen, page } = await people.as(RAISER);
    await screen.tap('我要提议题');
    await write(screen, '村口路灯不亮');
    await screen.addPhoto();
    // A draft is written down half a second after the last key.
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('draft:')));
    await page.waitForTimeout(700);
    await page.reload();
    await screen.sees('已找回您上次没写完的内容');
    expect(await screen.valueOf('标题')).toBe('村口路灯不亮');
    await screen.sees('公共安全');
    await screen.control('查看第 1 张照片').waitFor();
  });

  step('with the server down nothing is lost, and it is sent once it is back', async (people) => {
    const { screen } = await people.as(RAISER);
    people.complaints.expect(SERVER_AWAY);
    await people.town.goDown();
    await screen.tap('提交议题');
    // On the page of what waits, which opens without a server.
    await screen.sees('还没有收到回音', '待发送 1 条');
    await screen.tap('修改');
    await screen.sheet('修改后再提交').tap('取消');
    await people.town.comeBack();
    await screen.tap('现在就发');
    await screen.sees('没有等着发送的内容');
  });

  step('a photo that was chosen without a server goes on after a reload', async (people) => {
    const { screen, page, name } = await people.as(RAISER);
    await people.open({ screen, page, name }, '/packages/topics/raise/index');
    await write(screen, '小桥桥面有个坑');
    people.complaints.expect(SERVER_AWAY);
    await people.town.goDown();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), screen.tap('添加照片')]);
    await chooser.setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await page.screenshot() });
    await screen.sees('重试');
    await screen.tap('提交议题');
    await screen.sheet('照片没有传上去').sees('有 1 张照片没有传上去，还没有提交');
    await screen.sheet('照片没有传上去').tap('关闭');
    await page.waitForTimeout(700);
    await people.town.comeBack();
    await page.reload();
    await screen.sees('已找回您上次没写完的内容');
    await screen.control('查看第 1 张照片').waitFor();
    await screen.tap('提交议题');
    await screen.sees('议题已提交');
  });

  step('two tabs of one person renew their session together, and neither is signed out', async (people) => {
    const { page } = await people.as(RAISER);
    const renewals: string[] = [];
    page.context().on('request', (request) => {
      if (request.url().endsWith('/identity/refresh')) renewals.push(request.url());
    });
    // Else the page that is open might begin to renew it, and be left before it knows.
    await page.goto('about:blank');
    // A sign-in's token lasts two hours.
    await people.until(people.town.now + 3 * 3_600_000);
    const mine = `${people.town.url}/packages/topics/mine/index`;
    const other = await page.context().newPage();
    await Promise.all([page.goto(mine), other.goto(mine)]);
    await page.getByRole('link', { name: '小桥桥面有个坑' }).waitFor();
    await other.getByRole('link', { name: '小桥桥面有个坑' }).waitFor();
    expect(renewals).toHaveLength(1);
    await other.close();
    await page.reload();
    await page.getByRole('link', { name: '小桥桥面有个坑' }).waitFor();
    expect(renewals).toHaveLength(1);
  });

  step('two quick taps on 提交 make one topic', async (people) => {
    const { screen, page, name } = await people.as(RAISER);
    await people.open({ screen, page, name }, '/packages/topics/raise/index');
    await write(screen, '村口缺一个公交站牌');
    await screen.control('提交议题').dblclick();
    await screen.sees('议题已提交');
    await people.open({ screen, page, name }, '/packages/topics/mine/index');
    await screen.sees('村口缺一个公交站牌');
    expect(await page.getByRole('link', { name: '村口缺一个公交站牌' }).count()).toBe(1);
  });

  step('of a mobile number in a public text its writer is told, and may leave it', async (people) => {
    const { screen, page, name } = await people.as(RAISER);
    await people.open({ screen, page, name }, '/packages/topics/raise/index');
    const told = page.getByRole('status').filter({ hasText: '文字里有手机号，所有人都会看到。' });
    await screen.fill('怎么回事', '晚上一片黑，可以打 138 1234 5678 找我。');
    await told.waitFor();
    await screen.fill('怎么回事', '晚上一片黑，街道办 0375-1234567 知道。');
    await told.waitFor({ state: 'detached' });
    await screen.fill('怎么回事', '');
  });

  step('markup in a title is read as it was typed', async (people) => {
    const { screen, page, name } = await people.as(RAISER);
    await people.open({ screen, page, name }, '/packages/topics/raise/index');
    await write(screen, MARKUP);
    await screen.tap('提交议题');
    await screen.sees('议题已提交', MARKUP);
    await screen.tap('查看这件议题');
    await page.getByRole('heading', { name: MARKUP, exact: true }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  step('a topic that was returned is mended and submitted again', async (people) => {
    const convener = await people.as(CONVENER);
    await inbox(convener, '村口路灯不亮');
    await convener.screen.move('退回补充', {
      fill: (sheet) => sheet.tap('请写清具体地点'),
    });

    const { screen } = await people.as(RAISER);
    await screen.tap('返回');
    await screen.goTo('我的');
    await screen.tap('我的议题');
    await screen.openRow('村口路灯不亮');
    await screen.sees('原因：请写清具体地点');
    await screen.tap('去补充');
    await screen.sees('召集人请您补充：请写清具体地点');
    await screen.fill('具体地点', '北庄村口到北庄小学');
    await screen.tap('改好了，提交');
    await screen.sees('议题已提交');

    await convener.screen.tap('返回');
    await convener.screen.openRow('村口路灯不亮');
    await convener.screen.sees(/北庄村口到北庄小学/);
    await convener.screen.move('受理');
    await convener.screen.sees('等召集人筛选议题');
  });

  step('the public sees that topic, but not why it once came back', async (people) => {
    const { screen } = await people.visitor();
    await screen.tap(/^现在看的是/);
    await screen.sheet('选择乡镇（街道）').tap(TOWNSHIP);
    await screen.openRow('村口路灯不亮');
    await screen.sees('北庄村口到北庄小学');
    expect(await screen.text()).not.toContain('请写清具体地点');
  });

  step('a list that cannot be read says so, and is there again on 重试', async (people) => {
    const { screen } = await people.visitor('/pages/topics/index');
    await screen.tap('征集');
    people.complaints.expect(SERVER_AWAY);
    await people.town.goDown();
    await screen.tap('全部');
    await screen.sees('网络不通，请检查后重试');
    await people.town.comeBack();
    await screen.tap('重试');
    await screen.sees('沿河街道还没有公开的议题');
  });

  step('a page that cannot be fetched says so, and opens at the next tap', async (people) => {
    const { screen, page } = await people.visitor('/pages/topics/index');
    await screen.sees('沿河街道还没有公开的议题');
    people.complaints.expect(SERVER_AWAY);
    await people.town.goDown();
    await page.getByRole('link', { name: '协商', exact: true }).click();
    await screen.sees('网络不通，请检查后重试');
    await people.town.comeBack();
    await screen.goTo('协商');
    await screen.sees('近期没有协商活动');
  });

  step('who is declined learns why, and where to go instead', async (people) => {
    const convener = await people.as(CONVENER);
    await convener.screen.tap('返回');
    await convener.screen.openRow('村口缺一个公交站牌');
    await convener.screen.move('不予受理', {
      fill: async (sheet) => {
        await sheet.choose('可以改走', '12345 政务服务热线');
        await sheet.fill('理由', '公交站牌由公交公司统一设置');
        await sheet.fill('怎么去办', '拨打 12345，说明是北庄村口');
      },
    });

    const raiser = await people.as(RAISER);
    await people.open(raiser, '/packages/topics/mine/index');
    await raiser.screen.openRow('村口缺一个公交站牌');
    await raiser.screen.sees('原因：公交站牌由公交公司统一设置', /可以改走：.*12345.*说明是北庄村口/);
  });

  step('once a session has run out, its person reads on as a visitor', async (people) => {
    const { screen, page, name } = await people.as(RAISER);
    // Longer than a sign-in lasts without being used.
    await people.passDays(31);
    // The convener's sign-in has run out too, and their page then asks as a visitor for what no visitor may see.
    people.complaints.expect(/^401 /, /^404 GET \/api\/v1\/(topics|research|opinion-rounds)\b/);
    await people.open({ screen, page, name }, '/');
    await screen.sees('村口路灯不亮');
    await screen.goTo('我的');
    await screen.sees('还没有登录');
  });
});
