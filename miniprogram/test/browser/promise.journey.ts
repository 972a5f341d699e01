import type { TaskDetail } from '@consult/shared';
import { Caller } from './support/api';
import type { People, Person, Who } from './support/people';
import { answered, closed, handedOut, LEAD, PROMISE, rateOn, TOWNSHIP } from './support/promise';
import { journey } from './support/steps';

const COUNTY: Who = { role: '县政协', place: '城东区', desk: true };
const CONVENER: Who = { role: '召集人', place: TOWNSHIP };
const LEADER: Who = { role: '乡镇党委', place: TOWNSHIP };
const RAISER: Who = { role: '居民', place: TOWNSHIP };
const BUILDERS = '区住房和城乡建设局';
const NEXT = '区城市管理局';
const departmentOf = (place: string): Who => ({ role: '承办部门', place, desk: true });
const PARTS = [
  { what: '浇筑活动室的地面', lead: '区交通运输局', co: LEAD, due: '2026-07-10' },
  { what: '给活动室配好血压计', lead: '区卫生健康委', co: null, due: '2026-07-20' },
] as const;
const NO_PHOTO = '答复“已解决”，请至少附一张现场照片';
const REPLY = '活动室已建成开放，配好桌椅和血压计。';
const LOG = '当面听了施工方的安排，要求雨天也要盖好材料';
const BROKEN = '门锁坏了两周，老人进不去';

describe('one promise, from its parts to a No a month after it was closed', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  let id = '';
  let topicId = '';
  const page = () => `/packages/tasks/detail/index?id=${id}`;

  /** Somebody with the promise on their screen. */
  const at = async (people: People, who: Who): Promise<Person> => {
    const person = await people.as(who);
    await people.open(person, page());
    await person.screen.sees(PROMISE);
    return person;
  };
  let visitor: Person | null = null;
  /** What everybody sees of it. */
  const publicSees = async (people: People, ...words: (string | RegExp)[]): Promise<string> => {
    visitor ??= await people.visitor();
    await people.open(visitor, page());
    await visitor.screen.sees(PROMISE, ...words);
    return visitor.screen.text();
  };

  step('the department that was named sends it back, and the county names another', async (people) => {
    ({ id, topicId } = await handedOut(people.town, (moment) => people.until(moment)));
    const department = await at(people, departmentOf(LEAD));
    await department.screen.move('退回', { fill: (sheet) => sheet.fill('理由', '建房不归民政部门管') });
    await department.screen.sees('已退回');
    const county = await at(people, COUNTY);
    await county.screen.move('重新交办', {
      confirm: '交办',
      fill: (sheet) => sheet.pick('牵头部门', BUILDERS),
    });
    await county.screen.sees('已交办');
    await publicSees(people, '被承办部门退回 1 次', BUILDERS);
  });

  step('the other splits it into parts with leads, helpers and dates of their own', async (people) => {
    const { screen } = await at(people, departmentOf(BUILDERS));
    await screen.move('接收');
    for (const { what, lead, co, due } of PARTS) {
      await screen.move('拆出一项子任务', {
        confirm: '交办',
        fill: async (sheet) => {
          await sheet.fill('做什么', what);
          await sheet.pick('牵头部门', lead);
          if (co) await sheet.pickAll('协办部门', [co]);
          await sheet.fill('办结时限', due);
        },
      });
      await screen.sees(what);
    }
    await publicSees(people, '按 2 项子任务算出', ...PARTS.map(({ what }) => what), ...PARTS.map(({ lead }) => lead));
    await visitor?.screen.openRow(PARTS[0].what);
    await visitor?.screen.sees('所属总事项', '协办', PARTS[0].co);
  });

  step('it writes down its steps, and what it costs', async (people) => {
    const { screen } = await people.as(departmentOf(BUILDERS));
    await screen.move('加一个节点', {
      confirm: '保存',
      fill: async (sheet) => {
        await sheet.fill('做什么', '地面验收');
        await sheet.fill('计划哪天完成', '2026-07-12');
      },
    });
    await screen.sees('地面验收');
    await screen.move('修改资金计划', {
      confirm: '保存',
      fill: (sheet) => sheet.fill('计划资金', '80000'),
    });
    await screen.sees('8 万元');
    await screen.move('报告一笔支出', {
      confirm: '公布',
      fill: async (sheet) => {
        await sheet.fill('金额', '1200');
        await sheet.fill('用在哪里', '购买水泥和砂石');
      },
    });
    await screen.sees('购买水泥和砂石');
    await publicSees(people, '地面验收', '8 万元', '购买水泥和砂石');
  });

  step('it asks for another date, the county grants it, and the first date stays for all to see', async (people) => {
    const department = await people.as(departmentOf(BUILDERS));
    await department.screen.move('申请延期', {
      confirm: '提交申请',
      fill: async (sheet) => {
        await sheet.fill('延到哪天', '2026-09-01');
        await sheet.fill('为什么要延期', '雨季不能浇筑');
      },
    });
    await publicSees(people, /申请延期：.*等待答复/);
    const county = await at(people, COUNTY);
    await county.screen.move('答复申请', {
      title: '审核延期申请',
      confirm: '答复',
      fill: async (sheet) => {
        await sheet.choose('答复', '同意');
        await sheet.fill('理由', '情况属实');
      },
    });
    await county.screen.sees(/8月3日 → 9月1日/);
    await publicSees(people, '最初承诺', '8月3日前办好', '现在承诺', '9月1日前办好', /8月3日 → 9月1日/);
  });

  step('while it is paused its clock stands, and everybody reads why', async (people) => {
    const convener = await at(people, CONVENER);
    await convener.screen.move('暂停办理', { fill: (sheet) => sheet.fill('理由', '等电力部门移走院里的电杆') });
    await people.passDays(7);
    await publicSees(people, '已停 5 个工作日，时限顺延', '等电力部门移走院里的电杆');
    const later = await at(people, CONVENER);
    await later.screen.move('恢复办理');
    await publicSees(people, /9月1日 → 9月8日/, '停了 5 个工作日');
  });

  step('it is handed over, and who had it before stays on record', async (people) => {
    const department = await at(people, departmentOf(BUILDERS));
    await department.screen.move('申请移交', {
      confirm: '提交申请',
      fill: async (sheet) => {
        await sheet.pick('移交给', NEXT);
        await sheet.fill('为什么要移交', '院里的房屋归城管部门管');
      },
    });
    const county = await at(people, COUNTY);
    await county.screen.move('答复申请', {
      title: '审核移交申请',
      confirm: '答复',
      fill: async (sheet) => {
        await sheet.choose('答复', '同意');
        await sheet.fill('理由', '职责在城管部门');
      },
    });
    await county.screen.sees('承办过的部门');
    const next = await at(people, departmentOf(NEXT));
    await next.screen.move('接收');
    await publicSees(people, '承办过的部门', BUILDERS, NEXT);
  });

  step('a leader sees to it; everybody learns when, and only those who handle it what was said', async (people) => {
    const leader = await people.as(LEADER);
    const county = await people.as(COUNTY);
    await county.screen.move('明确督办领导', {
      confirm: '确定',
      fill: async (sheet) => {
        await sheet.tap(/^督办领导：/);
        const people = sheet.sheet('督办领导');
        await people.fill('输入姓名或部门查找', leader.name);
        await people.tap(new RegExp(`^${leader.name}`));
        await people.gone();
      },
    });
    await county.screen.sees(`督办领导：${leader.name}`);
    await people.open(leader, '/pages/me/index');
    await leader.screen.tap('我督办的');
    await leader.screen.openRow(PROMISE);
    await leader.screen.move('记录督办', { confirm: '记录', fill: (sheet) => sheet.fill('督办情况', LOG) });
    await leader.screen.sees(LOG);
    expect(await publicSees(people, '领导督办了一次')).not.toContain(LOG);
  });

  step('once its parts are answered the whole is, but not as solved with nothing to show for it', async (people) => {
    const { parts } = await new Caller(people.town).get<TaskDetail>(`/tasks/${id}`);
    for (const part of parts) {
      await (await Caller.of(people.town, 'department', part.leadDepartment)).post(`/tasks/${part.id}/take`);
      await answered(people.town, part.id, part.leadDepartment);
    }
    const { screen, page } = await at(people, departmentOf(NEXT));
    await screen.tap('答复');
    const sheet = screen.sheet('答复');
    await sheet.tap('答复');
    await sheet.tap('还有 2 处没填好：结果类别、办理情况');
    expect(await page.locator(':focus').getAttribute('role')).toBe('radio');
    await sheet.choose('结果类别', 'A 类 · 已解决或采纳');
    await sheet.fill('办理情况', REPLY);
    await sheet.tap('答复');
    await sheet.sees(NO_PHOTO, '还有 1 处没填好：照片');
    await sheet.tap('关闭');
    await sheet.gone();
    await screen.move('加一组整改前后照片', {
      title: '整改前后照片',
      confirm: '保存',
      fill: async (pair) => {
        await pair.fill('拍的是什么', '院内空地');
        await pair.addPhoto('整改前');
        await pair.addPhoto('整改后');
      },
    });
    await screen.control('看院内空地整改后的照片').waitFor();
    await screen.tap('答复');
    // What was written is there again.
    expect(await sheet.valueOf('办理情况')).toBe(REPLY);
    await sheet.tap('答复');
    await sheet.gone();
    await screen.sees('已答复', REPLY);
    await publicSees(people, '进度 100%', '还没有人到现场看过', '院内空地');
  });

  step('the raiser goes to see it, and brings a photo back', async (people) => {
    const { screen } = await people.as(RAISER);
    await screen.goTo('我的');
    await screen.tap('我要评议');
    await screen.openRow(PROMISE);
    await screen.move('我去看过了', {
      confirm: '记下来',
      fill: async (sheet) => {
        await sheet.choose('看到的情况', '办好了');
        await sheet.fill('看到了什么', '到院里看过，桌椅都在用。');
        await sheet.addPhoto();
      },
    });
    await screen.sees('看到：办好了', '我记的');
    await publicSees(people, '看到：办好了');
  });

  step('it is rated by three questions; so few answers are shown to nobody', async (people) => {
    const convener = await at(people, CONVENER);
    await convener.screen.move('开始评议');
    await convener.screen.sees('评议中');
    const raiser = await at(people, RAISER);
    const begun = raiser.screen.sheet('评议');
    await raiser.screen.tap('我来评议');
    await begun.fill('还想说什么', '桌椅好用');
    await begun.tap('关闭');
    await begun.gone();
    await raiser.screen.move('我来评议', {
      title: '评议',
      confirm: '提交',
      fill: async (sheet) => {
        expect(await sheet.valueOf('还想说什么')).toBe('桌椅好用');
        await rateOn(sheet, '基本满意');
      },
    });
    await raiser.screen.sees('您对办理的评价：基本满意');
    expect(await publicSees(people, '已有 1 人评议，结束后公布结果。')).not.toContain('满意率');
  });

  step('a month after it was closed the raiser’s No does it again, in public', async (people) => {
    await closed(people.town, id, (moment) => people.until(moment));
    await publicSees(people, '已办结');
    await people.passDays(31);
    await people.town.work();
    const raiser = await people.as(RAISER);
    const { screen } = raiser;
    await people.open(raiser, '/pages/me/index');
    await screen.tap('我要评议');
    await screen.openRow(PROMISE);
    await screen.sees('第一次回头看', '现在还好用吗？');
    await screen.move('不好用了', {
      title: '哪里不好用了',
      confirm: '告诉召集人',
      fill: (sheet) => sheet.fill('怎么不好用', BROKEN),
    });
    await screen.sees('有问题，重新办理');
    const text = await publicSees(people, '办理中', '有问题，重新办理', '回头看有人反映问题没有真正解决，重新办理');
    expect(text).not.toContain(BROKEN);
    if (!visitor) throw new Error('Nobody looked');
    await people.open(visitor, `/packages/topics/detail/index?id=${topicId}`);
    await visitor.screen.sees(PROMISE, '落实');
  });

  step('the ledger says so too, and so does its page without the app', async (people) => {
    if (!visitor) throw new Error('Nobody looked');
    const { screen, page: tab } = visitor;
    await people.open(visitor, '/packages/ledger/list/index');
    await screen.openRow(PROMISE);
    await screen.sees('有问题，重新办理');
    const { code } = await new Caller(people.town).get<TaskDetail>(`/tasks/${id}`);
    await tab.goto(`${people.town.url}/p/${code}`);
    await tab.getByRole('heading', { level: 1, name: PROMISE }).waitFor();
    await screen.sees('最初承诺办好', '现在的期限', ...PARTS.map(({ what }) => what), NEXT, /回头看有人反映问题/);
    expect(await screen.text()).not.toContain(BROKEN);
  });
});
