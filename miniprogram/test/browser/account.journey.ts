import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { codeOf } from './support/authenticator';
import { DESKTOP } from './support/people';
import { journey } from './support/steps';

const COUNTY = '墨阳县';
const TOWNSHIP = '柳林镇';
const SIGN_IN = '/packages/me/sign-in/index';
const TITLE = '柳林街村文化广场没有路灯';
const MINUTE_MS = 60_000;

/** Starts to show the code on a desktop. @returns its scene */
async function sceneShown(page: Page, show: () => Promise<unknown>): Promise<string> {
  const [answer] = await Promise.all([page.waitForResponse((one) => one.url().endsWith('/identity/qr')), show()]);
  await page.getByRole('img', { name: '登录二维码' }).waitFor();
  return ((await answer.json()) as { scene: string }).scene;
}

describe('an account, from signing in to being gone', () => {
  const { step } = journey(Date.parse('2026-06-03T10:00+08:00'));
  const resident = { role: '居民', place: TOWNSHIP };
  const convener = { role: '召集人', place: TOWNSHIP };
  const admin = { role: '系统管理员', place: COUNTY, desk: true };
  const account = { username: 'liulin', secret: '', password: 'Shangliang-2026' };

  step('a desktop is let in by a phone that scans its code and says yes', async (people) => {
    const phone = await people.as(resident);
    const desktop = await people.visitor(SIGN_IN, DESKTOP);
    const scene = await sceneShown(desktop.page, () => desktop.screen.tap('扫码登录'));
    await people.open(phone, `/packages/me/let-in/index?scene=${scene}`);
    await phone.screen.sees('是您在电脑上登录吗', 'Linux 电脑', phone.name);
    await desktop.screen.sees('已扫码，请在手机上确认');
    await phone.screen.tap('确认登录');
    await phone.screen.sees('已确认，请看电脑');
    await desktop.page.getByRole('navigation', { name: '主导航' }).getByText(phone.name).first().waitFor();
    await desktop.page.context().close();
  });

  step('a desktop that the phone refuses, or that waits too long, stays outside', async (people) => {
    const phone = await people.as(resident);
    const desktop = await people.visitor(SIGN_IN, DESKTOP);
    const scene = await sceneShown(desktop.page, () => desktop.screen.tap('扫码登录'));
    await people.open(phone, `/packages/me/let-in/index?scene=${scene}`);
    await phone.screen.tap('不是我');
    await phone.screen.sees('没有登录');
    await desktop.screen.sees('手机上点了“不是我”，没有登录');
    await sceneShown(desktop.page, () => desktop.screen.tap('刷新'));
    await people.until(people.town.now + 3 * MINUTE_MS);
    await desktop.screen.sees('二维码已过期');
    await desktop.page.context().close();
  });

  step('an administrator opens an account, whose first password is seen once', async (people) => {
    await people.as(convener);
    const { screen } = await people.as(admin);
    await screen.goTo('我的');
    await screen.tap('工作人员账号');
    await screen.sees('还没有工作账号');
    await screen.move('开通账号', {
      confirm: '开通',
      fill: async (sheet) => {
        await sheet.pick('乡镇（街道）', TOWNSHIP);
        await sheet.tap('人员：请选择');
        const list = screen.sheet('人员');
        await list.fill('输入姓名或部门查找', people.nameOf(convener));
        await list.control(new RegExp(people.nameOf(convener))).click();
        await sheet.fill('用户名', account.username);
      },
    });
    const shown = screen.sheet('初始密码');
    await shown.sees('只显示这一次');
    const lines = (await shown.text()).split('\n').map((line) => line.trim());
    account.password = lines[lines.indexOf('初始密码', 1) + 1] ?? '';
    await shown.tap('已记下');
    await screen.sees('还没有首次登录');
  });

  step('and one for somebody new, who gets a role with it', async (people) => {
    const { screen } = await people.as(admin);
    await screen.move('开通账号', {
      confirm: '开通',
      fill: async (sheet) => {
        await sheet.choose('给谁开通', '新来的人');
        await sheet.tap('开通');
        await sheet.sees('请填写姓名', '请选择身份', '请填写 11 位手机号');
        await sheet.fill('姓名', '周新来');
        await sheet.choose('身份', '召集人');
        await sheet.pick('乡镇（街道）', TOWNSHIP);
        await sheet.fill('用户名', 'zhouxinlai');
        await sheet.fill('手机号', '199 0000 7777');
      },
    });
    await screen.sheet('初始密码').sees('zhouxinlai');
    await screen.sheet('初始密码').tap('已记下');
    await screen.sees('周新来');
    await screen.goTo('我的');
    await screen.tap('人员与身份');
    await screen.fill('姓名，或完整的手机号', '周新来');
    await screen.page.keyboard.press('Enter');
    await screen.sees(`召集人（${TOWNSHIP}）`);
  });

  step('its owner sets up an authenticator and a password of their own', async (people) => {
    const { screen, page } = await people.visitor(SIGN_IN, DESKTOP);
    await screen.tap('账号登录');
    await screen.fill('用户名', account.username);
    await screen.fill('密码', account.password);
    await screen.tap('登录');
    await screen.sees('第一步：绑定验证器');
    account.secret = ((await page.locator('.sign-in__secret').textContent()) ?? '').trim();
    await screen.fill('新密码', 'short');
    await screen.sees('密码须有 10 到 64 位');
    account.password = 'Shangliang-2026';
    await screen.fill('新密码', account.password);
    await screen.fill('再输一遍', account.password);
    await screen.sees('密码可以用');
    await screen.fill('验证码', codeOf(account.secret, people.town.now));
    await screen.tap('完成并登录');
    await page.getByRole('navigation', { name: '主导航' }).getByText(people.nameOf(convener)).first().waitFor();
    await page.context().close();
  });

  step('signs in with both from then on, and is locked after five wrong passwords', async (people) => {
    await people.until(people.town.now + MINUTE_MS);
    const { screen, page } = await people.visitor(SIGN_IN, DESKTOP);
    await screen.tap('账号登录');
    await screen.fill('用户名', account.username);
    await screen.fill('密码', account.password);
    await screen.fill('验证码', codeOf(account.secret, people.town.now));
    await screen.tap('登录');
    await page.getByRole('navigation', { name: '主导航' }).getByText(people.nameOf(convener)).first().waitFor();
    await page.waitForURL((url) => url.pathname !== SIGN_IN);
    await screen.goTo('我的');
    await screen.tap('账号与隐私');
    await screen.sees('账号密码登录');
    await screen.tap('修改密码');
    await screen.sees('现在的密码');
    await page.context().close();

    people.complaints.expect(/403 POST .*staff\/sign-in/);
    const thief = await people.visitor(SIGN_IN, DESKTOP);
    await thief.screen.tap('账号登录');
    await thief.screen.fill('用户名', account.username);
    for (let guess = 1; guess <= 6; guess += 1) {
      await thief.screen.fill('密码', `Guess-number-${guess}`);
      const answer = thief.page.waitForResponse((one) => one.url().endsWith('/identity/staff/sign-in'));
      await thief.screen.tap('登录');
      await answer;
      await thief.screen.sees(guess <= 5 ? '用户名、密码或验证码不对' : '账号已锁定');
    }
    await thief.screen.sees(/以后可以再试/);
    await thief.page.context().close();
  });

  step('staff look up a phone number for a reason, which its owner reads', async (people) => {
    const raiser = await people.as(resident);
    await people.open(raiser, '/packages/topics/raise/index');
    await raiser.screen.fill('标题', TITLE);
    await raiser.screen.fill('怎么回事', '晚上广场一片漆黑，老人孩子不敢去，去年有人摔伤。');
    await raiser.screen.choose('类别', '公共安全');
    await raiser.screen.choose('村（社区）', '柳林街村');
    await raiser.screen.tap('提交议题');
    await raiser.screen.sees('议题已提交');

    const { screen } = await people.as(convener);
    await screen.goTo('我的');
    await screen.tap('待办');
    await screen.openRow(TITLE);
    await screen.tap(`联系${raiser.name}`);
    const sheet = screen.sheet('查看电话');
    await sheet.tap('查看');
    await sheet.sees('请写明事由');
    await sheet.tap('约时间上门查看');
    await sheet.tap('查看');
    await screen.sheet(`${raiser.name}的电话`).sees(/^199 0000 \d{4}$/);
    await screen.sheet(`${raiser.name}的电话`).tap('关闭');

    await people.open(raiser, '/pages/me/index');
    await raiser.screen.tap('账号与隐私');
    await raiser.screen.sees('199****');
    await raiser.screen.tap('谁看过我的电话');
    await raiser.screen.sees(`${people.nameOf(convener)}（召集人）`, '事由：约时间上门查看');

    const overseer = await people.as(admin);
    await people.open(overseer, '/packages/admin/reveals/index');
    await overseer.screen.sees('事由：约时间上门查看');
  });

  step('an administrator sets the county’s filing number, which the first page shows', async (people) => {
    const { screen } = await people.as(admin);
    await screen.goTo('我的');
    await screen.tap('本地设置');
    await screen.fill('满几人评议才公布', '2');
    await screen.tap('保存设置');
    await screen.sees('还没有保存：“满几人评议才公布”要填 5 到 100 人。');
    await screen.fill('满几人评议才公布', '');
    await screen.fill('备案号', '豫ICP备00000001号-1X');
    await screen.tap('保存设置');
    await screen.sees('改了备案号');
    const viewer = await people.as(resident);
    await people.open(viewer, '/');
    await viewer.screen.sees('豫ICP备00000001号-1X', '投诉建议');
    await viewer.screen.tap('隐私政策');
    await viewer.screen.sees('收集哪些信息，用来做什么');
  });

  step('its owner takes a copy of everything along, and is gone', async (people) => {
    const { screen, page, name } = await people.as(resident);
    await people.open({ screen, page, name }, '/packages/me/account/index');
    await screen.move('改称呼', { confirm: '保存', fill: (sheet) => sheet.fill('称呼', '柳大妈') });
    await screen.sees('柳大妈');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), screen.tap('选头像')]);
    await chooser.setFiles({ name: 'me.png', mimeType: 'image/png', buffer: await page.screenshot() });
    await screen.sees('换头像', '不用头像');
    await screen.move('撤回同意隐私政策', { title: '撤回对隐私政策的同意', confirm: '撤回同意' });
    await screen.sees(/已撤回/);
    const [download] = await Promise.all([page.waitForEvent('download'), screen.tap('导出我的资料')]);
    const { records } = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      records: { topics: { title: string }[] };
    };
    expect(records.topics.map(({ title }) => title)).toContain(TITLE);

    await screen.tap('注销账号');
    await screen.sees('已提交的议题、纪要和成果，不再显示您的名字');
    await screen.tap('一并删除我传的照片');
    await screen.tap('我已看清会删除什么、留下什么');
    // What was being asked for in the very moment.
    people.complaints.expect(/^401 GET .*\/messages\/count$/);
    const gone = page.waitForRequest((one) => one.method() === 'DELETE' && one.url().includes('photos=true'));
    await screen.move('注销账号', { title: '确定注销吗', confirm: '确定注销' });
    await gone;
    await screen.goTo('我的');
    await screen.sees('还没有登录');
  });
});
