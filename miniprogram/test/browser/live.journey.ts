import type { MinutesDetail, SessionDetail } from '@consult/shared';
import { barriersOn } from './support/axe';
import { callerOf } from './support/draft-minutes';
import { type OpenSession, openSession } from './support/open-session';
import type { People, Person, Who } from './support/people';
import { journey } from './support/steps';

const TOWNSHIP = '沿河街道';
const RESIDENT: Who = { role: '居民', place: TOWNSHIP };
const MEMBER: Who = { role: '政协委员', place: TOWNSHIP };
const CHAIR: Who = { role: '召集人', place: TOWNSHIP, desk: true };
const RECORDER: Who = { role: '承办部门', place: '沿河街道办事处', desk: true };
const PROJECTOR = { width: 1920, height: 1080 };
const CLOSED = '第一处先建在南门空地，您同意吗？';
const QUESTION = '半年后再看要不要第二处，您同意吗？';
const POINT = '充电桩夜里十一点断电。';
/** After the network is back; a phone alone needs a second at most. */
const EXACT_WITHIN_MS = 3_000;

describe('a session that is on, on five screens at once', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  let room: OpenSession;
  let wall: Person;
  let seen: Person[] = [];

  const everyone = async (people: People) =>
    Promise.all([CHAIR, RECORDER, RESIDENT, MEMBER].map((who) => people.as(who)));
  const seqOn = ({ page }: Person) =>
    page.locator('[data-seq]').filter({ visible: true }).first().getAttribute('data-seq').then(Number);
  /** Waits until a screen has all that has happened. */
  const isUpToDate = async (person: Person): Promise<void> => {
    const { state } = await room.view();
    await person.page.locator(`[data-seq="${state.seq}"]`).waitFor();
  };

  step('everybody walks in, and the projector says no names to who has not signed in', async (people) => {
    room = await openSession(people.town);
    for (const who of [CHAIR, RECORDER, RESIDENT, MEMBER]) {
      const person = await people.as(who);
      await people.open(person, `/packages/sessions/detail/index?id=${room.id}`);
      await person.screen.tap('进入会场');
      await person.screen.sees('正在发言', '南区住户', /^等候发言/);
    }
    wall = await people.visitor(`/packages/live/wall/index?id=${room.id}`, PROJECTOR);
    await wall.screen.sees('正在发言 ', '居民/利益相关方', '扫码进会场');
    seen = [...(await everyone(people)), wall];
  });

  step('a resident raises a hand, and gets the floor before everyone’s eyes', async (people) => {
    const [chair, recorder, resident] = await everyone(people);
    if (!chair || !recorder || !resident) throw new Error('somebody is missing');
    await resident.screen.tap('举手发言');
    await resident.screen.sees(/^您排在第 \d 位$/);
    await chair.screen.tap(`请${resident.name}发言`);
    await resident.screen.sees(/^轮到您发言，剩余/);
    await recorder.page.locator('.now-card__name', { hasText: resident.name }).waitFor();
    for (const person of seen) await isUpToDate(person);
    expect(await wall.screen.text()).not.toContain(resident.name);
  });

  step('the keyboard prolongs, and ends, what the chair lets run', async (people) => {
    const chair = await people.as(CHAIR);
    const resident = await people.as(RESIDENT);
    await chair.page.keyboard.press('F8');
    await resident.screen.sees(/^轮到您发言，剩余 3:/);
    await chair.page.keyboard.press('F9');
    await resident.screen.sees('现在没有人发言', '举手发言');
  });

  step('who was offline while things went on is exact again at once', async (people) => {
    const chair = await people.as(CHAIR);
    const member = await people.as(MEMBER);
    await member.page.context().setOffline(true);
    await member.screen.sees('正在重新连接…', '南区住户');
    const before = await seqOn(member);

    await chair.screen.move('结束表态');
    await chair.screen.sees('表态结果', CLOSED);
    await chair.screen.tap('下一项：部门回应');
    await chair.screen.tap('发起举手表态');
    const sheet = chair.screen.sheet('发起举手表态');
    await sheet.fill('要表态的问题', QUESTION);
    await sheet.tap('开始表态');
    await sheet.gone();
    expect(await seqOn(member)).toBe(before);
    expect(await member.screen.text()).not.toContain(QUESTION);

    const { state } = await room.view();
    await member.page.context().setOffline(false);
    await member.page.locator(`[data-seq="${state.seq}"]`).waitFor({ timeout: EXACT_WITHIN_MS });
    await member.screen.sees(QUESTION, '部门回应');
    await member.page.getByText('正在重新连接…').waitFor({ state: 'hidden' });
    people.complaints.expect(/ERR_INTERNET_DISCONNECTED/, /WebSocket/);
  });

  step('hands are counted on every screen as they go up', async (people) => {
    for (const [who, option] of [
      [RESIDENT, '赞成'],
      [MEMBER, '反对'],
    ] as const) {
      const { screen } = await people.as(who);
      await screen.tap(new RegExp(`^${option}，`));
      await screen.page.getByRole('radio', { name: `${option}，1 人`, checked: true }).waitFor();
    }
    for (const person of seen) await person.screen.sees('已有 2 人表态');
    const member = await people.as(MEMBER);
    await member.screen.tap(/^赞成，/);
    for (const person of seen) await isUpToDate(person);
    expect((await room.view()).state.poll?.counts).toEqual([2, 0, 0]);
    const recorder = await people.as(RECORDER);
    await recorder.screen.sees('2 人 · 100%');
  });

  step(
    'the hand of somebody without a phone is counted in the room, and stands beside theirs on every screen',
    async (people) => {
      const recorder = await people.as(RECORDER);
      await recorder.screen.tap('记现场计数');
      const sheet = recorder.screen.sheet('记现场计数');
      await sheet.sees(/最多记 1 人/);
      await sheet.fill('反对', '2');
      await sheet.tap('记入');
      await sheet.sees('填了 2 人，最多 1 人，请核对');
      await sheet.fill('反对', '1');
      await sheet.tap('记入');
      await sheet.gone();
      for (const person of seen) await person.screen.sees('手机 2，现场 1，共 3 人', '手机 0，现场 1');
      const resident = await people.as(RESIDENT);
      await resident.screen.sees(new RegExp(`由${recorder.name}点数记入$`));
      expect(await wall.screen.text()).not.toContain(recorder.name);
    },
  );

  step('the floor is given to a guest, who is told apart by where they come from', async (people) => {
    const chair = await people.as(CHAIR);
    const { call } = await callerOf(people.town, 'convener');
    await call('POST', `/sessions/${room.id}/guests`, { name: '王秀英', unit: '县水利局', category: 'expert' });
    await chair.screen.tap('请别人发言');
    const sheet = chair.screen.sheet('请别人发言');
    await sheet.tap(/^发言的人：/);
    const names = chair.screen.sheet('发言的人');
    await names.sees('专家 · 县水利局');
    await names.tap(/^王秀英，/);
    await sheet.tap('请发言');
    await sheet.gone();
    await chair.page.locator('.now-card__name', { hasText: '王秀英' }).waitFor();
    await chair.page.keyboard.press('F9');
    await chair.screen.sees('现在没有人发言');
  });

  step('what a resident writes down is taken into the minutes by who records', async (people) => {
    const resident = await people.as(RESIDENT);
    const recorder = await people.as(RECORDER);
    await resident.screen.fill('写一条要点', POINT);
    await resident.screen.tap('提交要点');
    await recorder.screen.tap(`采入纪要：${POINT}`);
    await recorder.screen.sees('不采入');
    await isUpToDate(resident);
    expect(await wall.screen.text()).not.toContain(POINT);
  });

  step('the room and the wall are open to who cannot see well', async (people) => {
    const found: string[] = [];
    for (const { page } of [await people.as(CHAIR), await people.as(RESIDENT), wall]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await barriersOn(page)).map((barrier) => `${colorScheme}: ${barrier}`));
      }
    }
    expect(found).toEqual([]);
  });

  step('in the end every screen stands at the same place and says the same', async (people) => {
    for (const person of seen) await isUpToDate(person);
    const { state } = await room.view();
    expect(await Promise.all(seen.map(seqOn))).toEqual(seen.map(() => state.seq));
    const insiders = await everyone(people);
    const said = await Promise.all(
      insiders.map(({ page }) =>
        Promise.all(
          [
            '.queue-card__name',
            '.now-card__item',
            '.poll-card__question',
            '.points-card__text',
            '.live-notices__text',
          ].map((part) => page.locator(part).filter({ visible: true }).allInnerTexts()),
        ).then((parts) => parts.map((part) => part.map((words) => words.replace('（我）', '')))),
      ),
    );
    expect(said).toEqual(insiders.map(() => said[0]));
  });

  step('the chair ends the session, and everyone sees that it is over', async (people) => {
    const chair = await people.as(CHAIR);
    await chair.screen.move('结束会议');
    for (const person of await everyone(people)) await person.screen.sees('会议已经结束');
    await wall.screen.sees('会议已经结束，谢谢大家');
  });

  step('the minutes begin with who spoke, item by item, and with the hands of phones and room', async (people) => {
    const recorder = await people.as(RECORDER);
    const resident = await people.as(RESIDENT);
    const { call } = await callerOf(people.town, 'convener');
    const { minutes } = await call<SessionDetail>('GET', `/sessions/${room.id}`);
    const minutesId = minutes[0]?.id ?? '';
    await people.open(recorder, `/packages/minutes/edit/index?id=${minutesId}`);
    await recorder.screen.sees(
      '（一）南区住户',
      '二、部门回应',
      /还有 3 条没写/,
      /^手机 2，现场 1，共 3 人举手/,
      '举手表态',
    );
    const speeches = async () => (await call<MinutesDetail>('GET', `/minutes/${minutesId}`)).points;
    expect(await speeches()).toMatchObject([
      { speaker: room.people[1]?.name, text: '', item: 1 },
      { speaker: resident.name, text: '', item: 1 },
      { speaker: resident.name, text: POINT, item: 2 },
      { speaker: '专家', text: '', item: 2 },
    ]);
    // Those without words take a line each until somebody writes them.
    const written = recorder.page.getByRole('textbox', { name: '说了什么' });
    expect(await written.count()).toBe(1);
    await recorder.screen.tap(`写发言：${resident.name}`);
    await written.nth(1).waitFor();
    await recorder.screen.move('去掉没写的 3 条', { title: '去掉 3 条发言', confirm: '去掉' });
    await recorder.screen.sees(/已保存 \d\d:\d\d/);
    expect(await speeches()).toMatchObject([{ text: POINT, item: 2 }]);
  });
});
