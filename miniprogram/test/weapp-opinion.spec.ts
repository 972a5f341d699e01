import type { MyAnswer, Page } from '@consult/shared';
import { Caller } from './browser/support/api';
import { openRound, SEEDS } from './browser/support/round';
import { Town } from './browser/support/town';
import { textOf, type Weapp, walk } from './harness';
import { Phones } from './harness/phones';

const ROUND = 'packages/opinion/round/index';
const ANSWER = 'packages/opinion/answer/index';
const MINE = 'packages/opinion/mine/index';
const SIGN_IN = 'packages/me/sign-in/index';
const TOWNSHIP = '青石镇';

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(60_000);

describe('an opinion round in the built mini program, against the running server', () => {
  let town: Town;
  let roundId: string;
  const phones = new Phones(() => town);

  /** The statement on the table. */
  const statement = (app: Weapp): string =>
    [...walk(app.tree())]
      .filter(({ className }) => className.split(' ').includes('answer-panel__text'))
      .map(textOf)
      .join('');

  const ready = (app: Weapp) => app.waitUntil(() => statement(app) !== '', 'a statement');

  /** Answers what is on the table. @returns what that was */
  const answer = async (app: Weapp, vote: string): Promise<string> => {
    await ready(app);
    const shown = statement(app);
    await app.press(vote);
    await app.waitUntil(() => statement(app) !== shown, 'another statement');
    return shown;
  };

  const signInAs = async (app: Weapp, who: number): Promise<void> => {
    await app.waitForPage(SIGN_IN);
    await app.waitFor(TOWNSHIP);
    const person = app.findLabel(new RegExp(`^居民，.*，${TOWNSHIP}$`))[who];
    if (!person) throw new Error(`There is no resident number ${who} of ${TOWNSHIP} to be`);
    app.tap(person);
  };

  /** What the server knows of, by statement. */
  const answersOf = async (who: number): Promise<Record<string, string>> => {
    const resident = await Caller.of(town, 'resident', TOWNSHIP, who);
    const { items } = await resident.get<Page<MyAnswer>>(`/opinion-rounds/${roundId}/mine`);
    return Object.fromEntries(items.map(({ text, vote }) => [text, vote]));
  };

  beforeAll(async () => {
    town = await Town.start(Date.now(), '');
    roundId = await openRound(town, '文化广场晚上怎么用');
  }, 60_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('lets a visitor look, asks who they are once they answer, and counts that answer', async () => {
    const app = await phones.start();
    await app.openPage(ROUND, { id: roundId });
    await app.press('我来表态');
    await app.waitForPage(ANSWER);
    await ready(app);
    const first = statement(app);
    await app.press('赞成');
    await signInAs(app, 1);
    await app.waitForPage(ANSWER);
    await app.waitFor('上一条：赞成');
    await app.waitUntil(async () => (await answersOf(1))[first] === 'agree', 'the answer to be counted');
  });

  it('goes on without a network, keeps the answers through a kill, and sends each once when it is back', async () => {
    const app = await phones.start();
    await app.openPage(ANSWER, { id: roundId });
    await ready(app);
    await app.press('赞成');
    await signInAs(app, 0);
    await app.waitForPage(ANSWER);
    await app.waitFor('上一条：赞成');
    await app.waitUntil(async () => Object.keys(await answersOf(0)).length === 1, 'the answer to be counted');
    await ready(app);

    await town.goDown();
    let again: Weapp;
    let unsent: string[];
    try {
      unsent = [await answer(app, '反对'), await answer(app, '略过')];
      await app.waitFor('待发送 2 条');
      app.kill();
      again = await phones.start({}, app.storage);
      await again.waitFor('待发送 2 条');
    } finally {
      await town.comeBack();
    }
    again.phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' });
    again.phone.tell('networkStatusChange', { isConnected: true, networkType: 'wifi' });
    await again.waitUntil(async () => Object.keys(await answersOf(0)).length === 3, 'the answers to be sent');
    await again.waitUntil(() => again.findText('待发送').length === 0, 'nothing to wait');
    const known = await answersOf(0);
    expect(unsent.map((text) => known[text])).toEqual(['disagree', 'pass']);
    expect(Object.keys(known)).toHaveLength(3);
  });

  it('says thank you when all are answered, and lets the last be answered anew and any be changed', async () => {
    const app = await phones.start();
    await app.openPage(ANSWER, { id: roundId });
    await ready(app);
    await app.press('赞成');
    await signInAs(app, 0);
    await app.waitForPage(ANSWER);
    await app.waitFor('上一条：赞成');
    // The first may be one that was answered before; then one more is left.
    await app.waitUntil(() => statement(app) !== '' || app.findText('都答完了').length > 0, 'a statement or the end');
    if (statement(app) !== '') await answer(app, '赞成');
    await app.waitFor('都答完了，谢谢您！');
    await app.press('看看我的回答');
    await app.waitForPage(MINE);
    await app.waitFor(SEEDS[0]);
    const before = (await answersOf(0))[SEEDS[0]];
    const [label, vote] = before === 'pass' ? (['反对', 'disagree'] as const) : (['略过', 'pass'] as const);
    const first = app.findLabel(new RegExp(`^${label}`))[0];
    if (!first) throw new Error('There is nothing to change');
    app.tap(first);
    await app.waitUntil(async () => (await answersOf(0))[SEEDS[0]] === vote, 'the answer to be changed');
  });
});
