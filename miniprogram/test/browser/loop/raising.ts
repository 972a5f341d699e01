import { signInAs } from '../support/people';
import type { Story } from '../support/steps';
import { CAST, type Places, WORDS } from './cast';

/** 征集: from a resident's phone into the pool, with a neighbour behind it. */
export function tellRaising({ step }: Story, places: Partial<Places>): void {
  step('a visitor presses 我要提议题, says who they are, and is at the form', async (people) => {
    const { screen, page } = await people.visitor();
    await screen.tap('我要提议题');
    await signInAs(screen, CAST.raiser);
    await screen.sees('怎么回事');
    expect(await screen.valueOf('标题')).toBe('');
    await page.context().close();
  });

  step('a resident raises a topic with a photo, anonymously', async (people) => {
    const raiser = await people.as(CAST.raiser);
    const { screen } = raiser;
    await screen.tap('我要提议题');
    await screen.fill('标题', WORDS.title);
    await screen.fill('怎么回事', WORDS.description);
    await screen.choose('类别', '养老助老');
    await screen.choose('村（社区）', '沿西社区');
    await screen.fill('具体地点', '某号院内空地');
    await screen.addPhoto();
    await screen.choose('怎样署名', '匿名展示');
    await screen.tap('提交议题');
    await screen.sees('议题已提交', '召集人 6月10日前审核议题。');
    await screen.tap('查看这件议题');
    await screen.sees('待审核', WORDS.description);
    places.topic = pathOf(raiser.page.url());
  });

  step('the convener takes it in from the inbox, beside the list', async (people) => {
    const { screen } = await people.as(CAST.convener);
    await screen.goTo('待办');
    await screen.openRow(WORDS.title);
    await screen.sees(WORDS.description);
    await screen.move('受理');
    await screen.sees('等召集人筛选议题');
  });

  step('a neighbour begins to write the same, and co-signs it instead', async (people) => {
    // The worker brings into the search what there is to be like.
    await people.town.work();
    const { screen } = await people.as(CAST.neighbour);
    await screen.tap('我要提议题');
    await screen.fill('标题', '沿西社区某号院建设养老设施');
    await screen.sees('是同一件的话，附议就行');
    await screen.tap(`附议“${WORDS.title}”`);
    await screen.sees('已附议', /1 人附议/);
  });
}

/** The address within the app. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
