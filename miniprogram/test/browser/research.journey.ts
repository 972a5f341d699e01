import { barriersOn } from './support/axe';
import { type Person, signInAs, type Who } from './support/people';
import { journey } from './support/steps';

const TOWNSHIP = '柳林镇';
const TOPIC = '柳林街村缺一处老人活动的地方';
const RESEARCH = `${TOPIC}调研`;
const FORM = '老人活动场所需求问卷';
const QUESTION = '活动室建在村东还是村西';

/** Path and query of an address. */
const placeOf = (url: string): string => url.slice(new URL(url).origin.length);

/** Presses a button at the end of a form, which the buttons below the form lie over until it is moved up. */
async function add({ screen }: Person, name: string): Promise<void> {
  await screen.control(name).evaluate((button) => button.scrollIntoView({ block: 'center' }));
  await screen.tap(name);
}

describe('looking into a matter before it is deliberated', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  const convener: Who = { role: '召集人', place: TOWNSHIP, desk: true };
  const member: Who = { role: '政协委员', place: TOWNSHIP };
  const raiser: Who = { role: '居民', place: TOWNSHIP };
  const places = { topic: '', research: '', form: '', short: '', session: '' };

  step('the convener sets a research up on a topic and starts it', async (people) => {
    const lead = (await people.as(member)).name;
    const resident = await people.as(raiser);
    await people.open(resident, '/packages/topics/raise/index');
    await resident.screen.fill('标题', TOPIC);
    await resident.screen.fill('怎么回事', '村里老人多，没有一处能坐下来的地方，冬天只能站在路口说话。');
    await resident.screen.choose('类别', '养老助老');
    await resident.screen.choose('村（社区）', '柳林街村');
    await resident.screen.tap('提交议题');
    await resident.screen.sees('议题已提交');
    const office = await people.as(convener);
    await office.screen.goTo('待办');
    await office.screen.openRow(TOPIC);
    await office.screen.move('受理');
    await office.screen.tap('安排会前调研');
    expect(await office.screen.valueOf('名称')).toBe(RESEARCH);
    await office.screen.pick('负责人', lead);
    await office.screen.tap('保存');
    await office.screen.sees(RESEARCH, '等召集人开始调研');
    places.research = placeOf(office.page.url());
    await office.screen.move('开始会前调研');
    await office.screen.sees('等调研组成员写好调研报告');
  });

  step('a member finds it among what is theirs, and writes down a visit with a photo', async (people) => {
    const { screen } = await people.as(member);
    await screen.goTo('我的');
    await screen.tap('我的调研');
    await screen.openRow(RESEARCH);
    await screen.tap('记一次走访');
    const sheet = screen.sheet('记一次走访');
    await sheet.fill('去了哪里', '柳林街村村部');
    await sheet.fill('见了谁', '住户六人、村支书');
    await sheet.fill('了解到什么', '都说村东的旧仓库空着，离得近。');
    await sheet.addPhoto();
    await sheet.tap('保存');
    await sheet.gone();
    await screen.sees('走访记录（1）', '柳林街村村部', '都说村东的旧仓库空着，离得近。');
    await screen.control('看第 1 张照片').waitFor();
  });

  step('a questionnaire is built, looked at as others will see it, and opened', async (people) => {
    const office = await people.as(convener);
    await people.open(office, places.research);
    await office.screen.tap('编一份问卷');
    await office.screen.fill('问卷名称', FORM);
    await office.screen.fill('第 1 题题目', '您希望建在哪里');
    await office.screen.fill('第 1 题选项第 1 条', '村东');
    await office.screen.fill('第 1 题选项第 2 条', '村西');
    await add(office, '加一道打分题');
    await office.screen.fill('第 2 题题目', '这件事有多急');
    await add(office, '加一道填写题');
    await office.screen.fill('第 3 题题目', '还想说什么');
    await office.screen.tap('预览');
    await office.screen.sees('第 1 题，共 3 题', '村东');
    await office.screen.tap('不看了');
    await office.screen.tap('保存');
    await office.screen.sees('管理问卷', '这份问卷不记名');
    places.form = placeOf(office.page.url());
    const [made] = await Promise.all([
      office.page.waitForResponse((response) => response.url().endsWith('/api/v1/links')),
      office.screen.move('发布问卷'),
    ]);
    places.short = ((await made.json()) as { short: string }).short;
    await office.screen.sees('请大家来答');
  });

  step('somebody comes by the short link, answers, and signs in only to send it', async (people) => {
    const { screen, page } = await people.visitor(`/pages/open/index?scene=${places.short}`);
    await screen.sees(FORM, '这份问卷不记名');
    expect(await barriersOn(page)).toEqual([]);
    await screen.tap('开始答');
    await screen.tap('下一题');
    await screen.sees('这一题要回答');
    await screen.tap('村东');
    await screen.tap('下一题');
    await screen.tap('4 分');
    expect(await barriersOn(page)).toEqual([]);
    // Written down half a second after the last tap; then the page is closed, and opened again.
    await page.waitForTimeout(700);
    await page.reload();
    await screen.sees('第 2 题，共 3 题');
    await screen.tap('下一题');
    await screen.fill('还想说什么', '希望有几张棋桌');
    await screen.tap('提交答卷');
    await signInAs(screen, { role: '居民', place: TOWNSHIP, second: true });
    await screen.sees('您已经答过了，谢谢。每人一份，不能再改。');
  });

  step(
    'what a visitor has answered goes on with them when they sign in, and with nobody after them',
    async (people) => {
      const visitor = await people.visitor(places.form);
      const { screen, page } = visitor;
      await screen.tap('开始答');
      await screen.tap('村西');
      await screen.tap('下一题');
      await screen.tap('3 分');
      await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes('["3"]')));
      await people.open(visitor, '/packages/me/sign-in/index');
      await signInAs(screen, raiser);
      await people.open(visitor, places.form);
      await screen.sees('第 2 题，共 3 题');
      expect(await screen.control('3 分').isChecked()).toBe(true);
      await screen.tap('上一题');
      expect(await screen.control('村西').isChecked()).toBe(true);
      await page.evaluate(() => localStorage.removeItem('session'));
      await people.open(visitor, places.form);
      await screen.tap('开始答');
      await screen.sees('第 1 题，共 3 题');
      expect(await screen.control('村西').isChecked()).toBe(false);
    },
  );

  step('answers are shown to nobody while more are taken, since they would say whose they are', async (people) => {
    const office = await people.as(convener);
    await people.open(office, places.form);
    await office.screen.tap('看结果');
    await office.screen.sees('还在收答卷，先不显示', /结束后显示，以免看出谁刚答了什么/);
  });

  step('with five of them everyone reads the numbers, the office also the words', async (people) => {
    for (const who of [raiser, member, convener, { role: '乡镇党委', place: TOWNSHIP }] as const) {
      const { screen, page, name } = await people.as(who);
      await people.open({ screen, page, name }, places.form);
      await screen.tap('开始答');
      await screen.tap('村西');
      await screen.tap('下一题');
      await screen.tap('2 分');
      await screen.tap('下一题');
      await screen.tap('提交答卷');
      await screen.sees('您已经答过了');
    }
    const office = await people.as(convener);
    await people.open(office, places.form);
    await office.screen.move('结束问卷');
    const visitor = await people.visitor(places.form);
    await visitor.screen.tap('看结果');
    await visitor.screen.sees('共收到 5 份答卷', '4 人 · 80%', /平均 2.4 分/, /原话不公开/);
    expect(await visitor.screen.text()).not.toContain('棋桌');
    expect(await barriersOn(visitor.page)).toEqual([]);
    await people.open(office, places.form);
    await office.screen.tap('看结果');
    await office.screen.tap('看写了什么');
    await office.screen.sees('希望有几张棋桌');
    const [file] = await Promise.all([office.page.waitForEvent('download'), office.screen.tap('下载表格（没有姓名）')]);
    expect(file.suggestedFilename()).toBe(`${FORM}.csv`);
  });

  step('the report is written, handed in and made public', async (people) => {
    const { screen, page, name } = await people.as(member);
    await people.open({ screen, page, name }, places.research);
    await screen.tap('写报告');
    await screen.fill('基本情况', '全村六十岁以上一百二十人，现在没有室内活动的地方。');
    await screen.fill('各方诉求', '多数人要村东，住在村西的怕远。');
    await screen.fill('公开摘要', '走访和问卷都说明，村里要一处能坐下来的地方，地点还有不同意见。');
    await screen.fill('要商量的问题第 1 条', QUESTION);
    await screen.tap('保存');
    await screen.sees('调研摘要');
    await screen.move('交调研报告');
    await screen.sees('等召集人审看调研报告');
    const office = await people.as(convener);
    await people.open(office, places.research);
    await office.screen.move('公开调研摘要');
    const visitor = await people.visitor(places.research);
    await visitor.screen.sees('调研摘要', QUESTION);
    expect(await visitor.screen.text()).not.toContain('旧仓库');
    expect(await barriersOn(visitor.page)).toEqual([]);
  });

  step('its question is carried into the session that is called about it', async (people) => {
    const { screen, page, name } = await people.as(convener);
    await people.open({ screen, page, name }, places.research);
    await screen.openRow(TOPIC);
    await screen.sees('等召集人筛选议题');
    const topicId = new URL(page.url()).searchParams.get('id');
    await people.open({ screen, page, name }, `/packages/sessions/edit/index?topicId=${topicId}`);
    await screen.fill('开始时间', '2026-06-20T09:00');
    await screen.fill('地点', '村部会议室');
    await screen.fill('要商量的问题第 1 条', '待定');
    await screen.tap('保存');
    await screen.sees('等发起人发布会议通知', RESEARCH);
    places.session = placeOf(page.url());
    await screen.openRow(RESEARCH);
    await screen.move('带入协商', { confirm: '带入' });
    await people.open({ screen, page, name }, places.session);
    await screen.sees(QUESTION);
    expect(await screen.text()).not.toContain('待定');
  });
});
