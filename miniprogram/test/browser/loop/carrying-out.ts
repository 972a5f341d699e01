import { SERVER_AWAY } from '../support/complaints';
import { rateOn } from '../support/promise';
import type { Story } from '../support/steps';
import { CAST, type Places, WORDS } from './cast';
import { pathOf } from './raising';

/** 落实: sent up, handed out, carried out, rated, closed. */
export function tellCarryingOut({ step }: Story, places: Partial<Places>): void {
  step('the convener writes the outcome, publishes it and sends it to the county', async (people) => {
    const convener = await people.as(CAST.convener);
    const { screen } = convener;
    await screen.goTo('协商');
    await screen.tap('协商成果');
    await screen.tap('全部（含起草中）');
    await screen.openRow(WORDS.session);
    await screen.tap('填写公开摘要');
    await screen.fill('公开摘要', WORDS.summary);
    expect(await screen.valueOf('做什么')).toBe(WORDS.task);
    await screen.sees('与纪要一致');
    await screen.fill('做什么', `${WORDS.task}和别的`);
    await screen.sees(`与纪要不同：纪要里做什么是“${WORDS.task}”`);
    await screen.fill('做什么', WORDS.task);
    await screen.sees('与纪要一致');
    await screen.tap('保存');
    await screen.move('发布协商成果');
    await screen.move('送交县政协', { fill: (sheet) => sheet.fill('文号', '沿协〔2026〕1 号') });
    await screen.sees('已送交');
  });

  step('the county office notes the instruction and hands the task out', async (people) => {
    const county = await people.as(CAST.county);
    const { screen } = county;
    await screen.goTo('我的');
    await screen.goTo('待办');
    await screen.openRow(WORDS.session);
    await screen.move('登记批示', {
      fill: async (sheet) => {
        await sheet.fill('批示人', WORDS.instructor);
        await sheet.fill('批示要点', WORDS.instruction);
      },
    });
    await screen.sees('批示（仅工作人员可见）');
    await screen.move('交办');
    await screen.sees('已交办');
    places.outcome = pathOf(county.page.url());
  });

  step('the department takes it on and reports how it goes, with a photo', async (people) => {
    const department = await people.as(CAST.department);
    const { screen } = department;
    await screen.goTo('我的');
    await screen.tap('本部门承办事项');
    await screen.openRow(WORDS.task);
    await screen.move('接收');
    places.task = pathOf(department.page.url());
    await people.passDays(20);
    const later = await people.as(CAST.department);
    await people.open(later, places.task);
    await later.screen.move('报告进展', {
      confirm: '发布',
      fill: async (sheet) => {
        await sheet.fill('办到哪一步了', WORDS.progress);
        await sheet.fill('进度', '40');
        await sheet.addPhoto();
      },
    });
    await later.screen.sees(WORDS.progress);
    // It starts from what is known, and going back is asked about.
    const again = later.screen.sheet('报告进展');
    await later.screen.tap('报告进展');
    expect(await again.valueOf('进度')).toBe('40');
    await again.fill('进度', '30');
    await again.sees('比上次的 40% 低，确实退了的，请在下面写明为什么');
    await again.tap('关闭');
    await again.gone();
  });

  step('the department answers that it is solved', async (people) => {
    await people.passDays(20);
    const department = await people.as(CAST.department);
    await people.open(department, places.task ?? '');
    await department.screen.move('答复', {
      fill: async (sheet) => {
        await sheet.choose('结果类别', 'A 类 · 已解决或采纳');
        await sheet.fill('办理情况', WORDS.reply);
        await sheet.addPhoto();
      },
    });
    await department.screen.sees('已答复', WORDS.reply);
  });

  step('the raiser goes to see it', async (people) => {
    const raiser = await people.as(CAST.raiser);
    await people.open(raiser, places.task ?? '');
    await raiser.screen.move('我去看过了', {
      confirm: '记下来',
      fill: async (sheet) => {
        await sheet.choose('看到的情况', '办好了');
        await sheet.fill('看到了什么', WORDS.visit);
      },
    });
    await raiser.screen.sees('看到：办好了');
    await people.open(raiser, '/');
  });

  step('the convener opens the evaluation; raiser, co-signer and participant rate', async (people) => {
    const convener = await people.as(CAST.convener);
    await convener.screen.goTo('待办');
    await convener.screen.openRow(WORDS.task);
    await convener.screen.move('开始评议');
    await convener.screen.sees('评议中');
    // One of them has no network just then.
    people.complaints.expect(SERVER_AWAY);
    for (const [who, handling] of [
      [CAST.raiser, '满意'],
      [CAST.neighbour, '满意'],
      [CAST.member, '基本满意'],
    ] as const) {
      const { screen } = await people.as(who);
      await screen.goTo('我的');
      await screen.tap('我要评议');
      await screen.openRow(WORDS.task);
      await screen.move('我来评议', {
        title: '评议',
        confirm: '提交',
        fill: async (sheet) => {
          await rateOn(sheet, handling);
          if (who === CAST.member) await sheet.fill('还想说什么', WORDS.comment);
          if (who === CAST.neighbour) await people.town.goDown();
        },
      });
      if (who === CAST.neighbour) {
        await screen.sees('您的评议待发送，网络好了自动发出');
        await people.town.comeBack();
        await screen.openRow('待发送 1 条');
        await screen.tap('现在就发');
        await screen.sees('没有等着发送的内容');
        await screen.tap('返回');
      }
      await screen.sees(`您对办理的评价：${handling}`);
    }
  });

  step('after fifteen days the convener acts on the result', async (people) => {
    await people.passDays(16);
    const convener = await people.as(CAST.convener);
    await people.open(convener, places.task ?? '');
    await convener.screen.move('处理评议结果', {
      confirm: '处理',
      fill: (sheet) => sheet.sees(/处理后：已办结。/),
    });
    await convener.screen.sees('已办结');
  });
}
