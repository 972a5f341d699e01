import { barriersOn } from './support/axe';
import { DESKTOP, type Person, type Who } from './support/people';
import { acceptedTopic, crowdAnswers, SEEDS } from './support/round';
import type { Screen } from './support/screen';
import { journey } from './support/steps';

const TOWNSHIP = '青石镇';
const RESIDENT: Who = { role: '居民', place: TOWNSHIP };
const CONVENER: Who = { role: '召集人', place: TOWNSHIP };
const TOPIC = '文化广场晚上太吵';
const TITLE = '文化广场晚上怎么用才好？';
const STATEMENTS = [...SEEDS, '早上七点以前不放音乐', '广场边上再装几盏路灯'] as const;
/** Enough for a map, with the one who answered before. */
const CROWD = 20;
const MINUTE_MS = 60_000;
const OWN = '每支跳舞队选一个人管音量';

describe('an opinion round', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  let roundId = '';

  /** The statement on the table. */
  const statement = ({ page }: Person) => page.locator('.answer-panel__text').filter({ visible: true });
  const answerAll = async (person: Person): Promise<void> => {
    for (let left = STATEMENTS.length; left > 0; left -= 1) {
      const shown = (await statement(person).textContent()) ?? '';
      await person.screen.tap('赞成');
      await statement(person).filter({ hasNotText: shown }).or(person.page.getByText('都答完了')).waitFor();
    }
  };
  const fillSeeds = async ({ page }: Screen, texts: readonly string[]): Promise<void> => {
    for (const [at, text] of texts.entries()) {
      const field = page.locator(`textarea[aria-label="看法第 ${at + 1} 条"]`).filter({ visible: true });
      if ((await field.count()) === 0) await page.getByRole('button', { name: '加一条看法' }).click();
      await field.fill(text);
    }
  };
  step('a convener starts one from the topic, with first statements, and opens it', async (people) => {
    const topicId = await acceptedTopic(people.town, TOPIC);
    const convener = await people.as(CONVENER);
    const { screen, page } = convener;
    await people.open(convener, `/packages/topics/detail/index?id=${topicId}`);
    await screen.tap('发起网络议政');
    await screen.tap('保存');
    await screen.sees('还有 2 处没有填好，请看上面的红字。');
    await screen.fill('题目', TITLE);
    await screen.fill('背景', '镇里准备定一个大家都能接受的用法，请您逐条说说。');
    await fillSeeds(screen, STATEMENTS);
    await screen.tap('保存');
    await page.getByRole('heading', { name: TITLE, exact: true }).waitFor();
    await screen.sees('筹备中');
    roundId = new URL(page.url()).searchParams.get('id') ?? '';
    await screen.move('开放网络议政');
    await screen.sees('进行中');
  });

  step('a resident finds it at the topic and in 协商, and answers one statement after another', async (people) => {
    const resident = await people.as(RESIDENT);
    const { screen, page } = resident;
    await people.open(resident, '/pages/sessions/index');
    await screen.tap('网络议政');
    await screen.openRow(TITLE);
    await screen.tap('我来表态');
    await screen.sees(`已答 0 / ${STATEMENTS.length}`);
    await answerAll(resident);
    await screen.sees('都答完了，谢谢您！');
    await screen.tap('点错了，重答');
    await screen.tap('反对');
    await screen.sees('都答完了，谢谢您！', '上一条：反对');
    await page.reload();
    await screen.sees('都答完了，谢谢您！');
  });

  step('they change their mind later', async (people) => {
    const resident = await people.as(RESIDENT);
    const { screen, page } = resident;
    await screen.tap('看看我的回答');
    const of = page.getByRole('radiogroup', { name: STATEMENTS[1], exact: true });
    await of.getByRole('radio', { name: '略过' }).click();
    await screen.sees('已改为略过');
    await page.reload();
    await of.locator('[role="radio"][aria-checked="true"]').getByText('略过').waitFor();
  });

  step('they say something themselves, which others answer once it is checked', async (people) => {
    const resident = await people.as(RESIDENT);
    const { screen } = resident;
    await people.open(resident, `/packages/opinion/round/index?id=${roundId}`);
    await screen.move('我也说一条', { confirm: '提交', fill: (sheet) => sheet.fill('您的看法', OWN) });
    await screen.sees('我说的', OWN, '检查中');
    await people.town.work();
    const convener = await people.as(CONVENER);
    await people.open(convener, '/packages/moderation/queue/index');
    await convener.screen.openRow(TITLE);
    await convener.screen.sees(OWN);
    await convener.screen.move('审核通过');
    const neighbour = await people.as({ ...RESIDENT, second: true });
    await people.open(neighbour, `/packages/opinion/answer/index?id=${roundId}`);
    await neighbour.screen.sees(`已答 0 / ${STATEMENTS.length + 1}`);
  });

  step('who says what was said before is shown that', async (people) => {
    const { screen } = await people.as({ ...RESIDENT, second: true });
    await screen.tap('我也说一条');
    const sheet = screen.sheet('我也说一条');
    await sheet.fill('您的看法', `${STATEMENTS[0]}！`);
    await sheet.tap('提交');
    await screen.sheet('已经有人这样说了').sees(STATEMENTS[0]);
    await screen.sheet('已经有人这样说了').tap('知道了');
  });

  step('there is no map of too few people, and it says how many are missing', async (people) => {
    const visitor = await people.visitor(`/packages/opinion/map/index?id=${roundId}`);
    await visitor.screen.sees('参与还不够，先不画图', /还差 \d+ 人/);
    await visitor.page.context().close();
  });

  step('once many have answered, the resident sees the map with their own place on it', async (people) => {
    await crowdAnswers(people.town, roundId, CROWD);
    await people.until(people.town.now + MINUTE_MS);
    await people.town.work();
    const resident = await people.as(RESIDENT);
    await people.open(resident, `/packages/opinion/round/index?id=${roundId}`);
    await resident.screen.tap('看意见图谱');
    await resident.screen.sees('想法相近的人', '大家都认同的', '我在这里', STATEMENTS[0]);
    await resident.page.getByRole('img', { name: /^意见图谱，共 \d+ 组：.*您在.组。$/ }).waitFor();
    await resident.page.getByRole('img', { name: /^同心圆，越靠里认同越强/ }).waitFor();
    expect(await barriersOn(resident.page)).toEqual([]);
  });

  step('a visitor sees it without anybody on it, as pictures, in words and as a table', async (people) => {
    const { screen, page } = await people.visitor(`/packages/opinion/map/index?id=${roundId}`, DESKTOP);
    await screen.sees(/\d+ 人参与/, '分歧在哪里');
    await page.getByRole('img', { name: /^意见图谱，共 \d+ 组/ }).waitFor();
    expect(await page.getByText('我在这里').count()).toBe(0);
    await screen.tap('这张图是怎么来的');
    await screen.sheet('这张图是怎么来的').sees('谁能看到我的回答');
    await page.keyboard.press('Escape');
    await screen.sheet('这张图是怎么来的').gone();
    await screen.tap('看表格');
    await page.getByRole('columnheader', { name: '赞成' }).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });

  step('the convener closes it, and everyone can read the report', async (people) => {
    const convener = await people.as(CONVENER);
    await people.open(convener, `/packages/opinion/round/index?id=${roundId}`);
    await convener.screen.move('截止');
    await convener.screen.sees('已截止');
    const visitor = await people.visitor(`/packages/opinion/round/index?id=${roundId}`);
    await visitor.screen.tap('看意见报告');
    await visitor.screen.sees('概要', `全部看法（${STATEMENTS.length + 1} 条）`, TOPIC);
    await visitor.page.context().close();
  });
});
