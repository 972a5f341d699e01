import type { LiveView } from '@consult/shared';
import { callerOf } from './browser/support/draft-minutes';
import { openSession } from './browser/support/open-session';
import { Town } from './browser/support/town';
import type { Weapp } from './harness';
import { Phones } from './harness/phones';

const TOWNSHIP = '沿河街道';
const ME = 'pages/me/index';
const SIGN_IN = 'packages/me/sign-in/index';
const ROOM = 'packages/live/room/index';

jest.setTimeout(60_000);

describe('a session that is on, in the built mini program', () => {
  let town: Town;
  let id = '';
  const phones = new Phones(() => town);
  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
    id = (await openSession(town)).id;
  }, 60_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  /** Somebody in the room; their name too. */
  const enter = async (role: string): Promise<{ app: Weapp; name: string }> => {
    const app = await phones.start();
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    await app.waitFor(TOWNSHIP);
    const [person] = app.findLabel(new RegExp(`^${role}，.*，${TOWNSHIP}$`));
    if (!person) throw new Error(`There is no ${role} of ${TOWNSHIP} to be`);
    app.tap(person);
    await app.waitForPage(ME);
    await app.openPage(ROOM, { id });
    await app.waitFor('南区住户');
    return { app, name: String(person.attributes['aria-label']).split('，')[1] ?? '' };
  };

  it('a hand goes up over one phone, and the floor is heard on it at once, also after a while without a network', async () => {
    const resident = await enter('居民');
    const chair = await enter('召集人');
    await resident.app.press('举手发言');
    await resident.app.waitFor(/^您排在第 \d 位$/);

    await chair.app.press(`请${resident.name}发言`);
    await resident.app.waitFor(/^轮到您发言，剩余/);
    expect(resident.app.log).toContain('vibrates');

    resident.app.loseNetwork();
    await resident.app.waitFor('正在重新连接…');
    await chair.app.press('发言结束');
    await chair.app.waitFor('现在没有人发言');
    expect(resident.app.findText('现在没有人发言')).toEqual([]);
    resident.app.findNetwork();
    await resident.app.waitFor('现在没有人发言', 3_000);
    expect(resident.app.findText('正在重新连接…')).toEqual([]);
  });

  it('is the same for a phone and for who calls the API: each sees at once what the other does', async () => {
    const resident = await enter('居民');
    const convener = await callerOf(town, 'convener');
    const points = async () => (await convener.call<LiveView>('GET', `/sessions/${id}/live`)).state.points;

    await resident.app.press('建议办的事');
    await resident.app.fill('办什么事', '月底前把南门空地的线划好');
    await resident.app.press('提交建议');
    await resident.app.waitFor('月底前把南门空地的线划好');
    const [point] = await points();
    expect(point).toMatchObject({ text: '月底前把南门空地的线划好', isTask: true, taken: false });

    await convener.call('POST', `/sessions/${id}/live/points/${point?.pointId}/take`, { taken: true });
    await resident.app.waitFor('已采入纪要');
    await convener.call('POST', `/sessions/${id}/live/notice`, { text: '请大家看看这一条' });
    await resident.app.waitFor('请大家看看这一条');
  });

  it('a hand counted in the room stands beside the votes of phones as soon as somebody enters it', async () => {
    const resident = await enter('居民');
    const chair = await enter('召集人');
    const convener = await callerOf(town, 'convener');
    const { state } = await convener.call<LiveView>('GET', `/sessions/${id}/live`);
    await convener.call('POST', `/sessions/${id}/live/polls/${state.poll?.pollId}/room`, { counts: [0, 1, 0] });
    for (const { app } of [resident, chair]) await app.waitFor('手机 0，现场 1，共 1 人');
    await chair.app.waitFor('改现场计数');
    expect(resident.app.findText('改现场计数')).toEqual([]);
  });

  it('one tap leads from the room into the meeting of who takes part from afar', async () => {
    const { app } = await enter('居民');
    await app.press('进腾讯会议');
    expect(app.log).toContain('mini program: wx33fd6cdc62520063 pages/index/index?code=318204567');
  });

  it('a visitor sees who speaks by category, and no way to take part', async () => {
    const app = await phones.start();
    await app.openPage(ROOM, { id });
    await app.waitFor('下一位：政协委员');
    expect(app.findText('举手发言')).toEqual([]);
    expect(app.findText('写一条要点')).toEqual([]);
  });
});
