import path from 'node:path';
import type { TaskDetail } from '@consult/shared';
import { DAY_MS } from '@consult/shared';
import { Caller } from './browser/support/api';
import { answered, closed, handedOut, LEAD, PROMISE, TOWNSHIP } from './browser/support/promise';
import { Town } from './browser/support/town';
import { type Weapp, walk } from './harness';
import { Phones } from './harness/phones';
import { signedIn } from './harness/sign-in';

const PHOTO = path.resolve(__dirname, '../src/assets/tabs/home.png');
const DETAIL = 'packages/tasks/detail/index';
const TO_RATE = 'packages/tasks/to-rate/index';
/** So long before now a promise is begun that is handed out about now. */
const BEFORE_MS = 5 * DAY_MS + 60 * 60 * 1000;

// Longer than the harness waits for any one thing, so that it can say what it waited for.
jest.setTimeout(60_000);

describe('a promise in the built mini program, against the running server', () => {
  let town: Town;
  let promised: string[] = [];
  const phones = new Phones(() => town);
  const setClock = (moment: number) => town.setClock(moment);
  const task = (id: string) => new Caller(town).get<TaskDetail>(`/tasks/${id}`);

  /** Somebody's phone with the promise on it. */
  const at = async (id: string, role: string, place = TOWNSHIP): Promise<Weapp> => {
    const app = await signedIn(phones, role, place);
    await app.openPage(DETAIL, { id });
    await app.waitFor(PROMISE);
    return app;
  };
  /** Presses what confirms a sheet where the button that opened it is called the same. */
  const confirm = (app: Weapp, name: string): void => {
    const button = app.findLabel(name).at(-1);
    if (!button) throw new Error(`There is no ${name} to confirm`);
    app.tap(button);
  };
  const chosen = (app: Weapp): number =>
    [...walk(app.tree())].filter(({ className }) => className.includes('choice-field__pill--chosen')).length;
  const photograph = async (app: Weapp): Promise<void> => {
    app.chooseFiles([PHOTO]);
    await app.press('添加照片');
    await app.waitFor('1/9');
  };

  beforeAll(async () => {
    town = await Town.start(Date.now() - 2 * BEFORE_MS, '');
    promised = [(await handedOut(town, setClock)).id, (await handedOut(town, setClock)).id];
    await setClock(Date.now());
  }, 60_000);
  afterAll(() => town.stop());
  afterEach(phones.put);

  it('is taken, reported on with a photo, split, and given another date that is asked for and granted', async () => {
    const [id = ''] = promised;
    const department = await at(id, '承办部门', LEAD);
    await department.waitUntil(() => department.findLabel('接收').length > 0, 'the way to take it');
    await department.press('接收');
    await department.waitFor('接收后按承诺的时限办理');
    confirm(department, '接收');
    await department.waitFor('办理中');
    await department.press('报告进展');
    await department.fill('办到哪一步了', '地面已经做好，本周安装门窗。');
    await department.fill('进度', '40');
    await photograph(department);
    await department.press('发布');
    await department.waitFor('进度 40%');

    await department.press('申请延期');
    await department.press(/^延到哪天：/);
    await department.press('确认');
    await department.fill('为什么要延期', '雨季不能浇筑');
    await department.press('提交申请');
    await department.waitFor('等待答复');
    const convener = await at(id, '召集人');
    await convener.press('答复申请');
    await convener.press('同意');
    await convener.fill('理由', '情况属实');
    confirm(convener, '答复');
    await convener.waitFor('现在承诺');
    const { clock, dueAt, reports } = await task(id);
    expect(dueAt).toBeGreaterThan(clock.firstDueAt);
    expect(reports[0]?.photos).toHaveLength(1);

    await department.press('拆出一项子任务');
    await department.fill('做什么', '浇筑活动室的地面');
    await department.press(/^牵头部门：/);
    await department.press('区住房和城乡建设局');
    await department.press(/^办结时限：/);
    await department.press('确认');
    await department.press('交办');
    await department.waitFor('按 1 项子任务算出');
  });

  it('is gone to see, rated by three questions, and said to work no more a month after it was closed', async () => {
    const [, id = ''] = promised;
    await (await Caller.of(town, 'department', LEAD)).post(`/tasks/${id}/take`);
    await answered(town, id);
    const raiser = await signedIn(phones, '居民', TOWNSHIP);
    await raiser.openPage(TO_RATE);
    await raiser.press(new RegExp(`^${PROMISE}`));
    await raiser.waitForPage(DETAIL);
    await raiser.press('我去看过了');
    await raiser.press('办好了');
    await raiser.fill('看到了什么', '到院里看过，桌椅都在用。');
    await photograph(raiser);
    await raiser.press('记下来');
    await raiser.waitFor('看到：办好了');

    await (await Caller.of(town, 'convener', TOWNSHIP)).post(`/tasks/${id}/open-evaluation`);
    await raiser.openPage(DETAIL, { id });
    await raiser.press('我来评议');
    await raiser.waitFor('办得怎么样？');
    // All three before anything is drawn anew.
    for (const answer of raiser.findLabel('基本满意')) raiser.tap(answer);
    await raiser.waitUntil(() => chosen(raiser) === 3, 'the answers to be taken');
    await raiser.press('提交');
    await raiser.waitFor('您对办理的评价：基本满意');
    await raiser.waitFor('已有 1 人评议，结束后公布结果。');

    await closed(town, id, setClock);
    await setClock(town.now + 31 * DAY_MS);
    await town.work();
    const later = await at(id, '居民');
    await later.waitFor('现在还好用吗？');
    await later.press('不好用了');
    await later.fill('怎么不好用', '门锁坏了两周，老人进不去');
    await later.press('告诉召集人');
    await later.waitFor('有问题，重新办理');
    expect((await task(id)).state).toBe('in_progress');
  });
});
