import { Town } from '../browser/support/town';
import type { Weapp } from './index';
import { Phones } from './phones';

export const HOME = 'pages/home/index';
export const ME = 'pages/me/index';
export const RAISE = 'packages/topics/raise/index';
export const RAISED = 'packages/topics/raised/index';
export const DETAIL = 'packages/topics/detail/index';
export const SIGN_IN = 'packages/me/sign-in/index';

export const TOWNSHIP = '青石镇';
const COMMUNITY = '北庄村';
export const LAMPS = {
  title: '村口到小学的路没有路灯',
  description: '冬天放学天已经黑了，孩子走这段路看不清，前几天有人摔了一跤。',
};

/** People of one township with the built mini program, who raise topics on a running server. */
export class Raising {
  readonly phones: Phones;

  private constructor(readonly town: Town) {
    this.phones = new Phones(() => town);
  }

  static async begin(): Promise<Raising> {
    return new Raising(await Town.start(Date.now(), ''));
  }

  /** The app on a new phone, or on one that an earlier run left its storage on. */
  start(storage?: Map<string, string>): Promise<Weapp> {
    return this.phones.start({}, storage);
  }

  /** Signs in from 我的. @param who which of several with that role, from 0 @returns their name */
  async signIn(app: Weapp, role: string, who = 0): Promise<string> {
    await app.openPage(ME);
    await app.press('登录');
    await app.waitForPage(SIGN_IN);
    const label = new RegExp(`^${role}，.*，${TOWNSHIP}$`);
    await app.waitFor(TOWNSHIP);
    const person = app.findLabel(label)[who];
    if (!person) throw new Error(`There is no ${role} number ${who} of ${TOWNSHIP} to be`);
    app.tap(person);
    await app.waitForPage(ME);
    return String(person.attributes['aria-label']).split('，')[1] ?? '';
  }

  /** Opens the form of a topic from the first page. */
  async open(app: Weapp): Promise<void> {
    await app.openPage(HOME);
    await app.press('我要提议题');
    await app.waitForPage(RAISE);
  }

  async write(app: Weapp, { title, description }: typeof LAMPS): Promise<void> {
    await app.fill('标题', title);
    await app.fill('怎么回事', description);
    await app.press('农村道路');
    await app.press(COMMUNITY);
  }

  /** Raises a topic; its id. */
  async raise(app: Weapp, topic: typeof LAMPS): Promise<string> {
    await this.open(app);
    await this.write(app, topic);
    await app.press('提交议题');
    return (await app.waitForPage(RAISED)).query.id ?? '';
  }

  async accept(id: string): Promise<void> {
    const convener = await this.start();
    await this.signIn(convener, '召集人');
    await convener.openPage(DETAIL, { id });
    await convener.press('受理');
    await convener.waitFor('进入议题库，所有人都能看到，可以附议。');
    const confirm = convener.findLabel('受理').at(-1);
    if (confirm) convener.tap(confirm);
    await convener.waitFor('等召集人筛选议题');
  }

  /** Opens what somebody raised and co-signed. */
  async mine(app: Weapp): Promise<void> {
    await app.openPage(ME);
    await app.press('我的议题');
  }
}
