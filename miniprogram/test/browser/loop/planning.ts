import type { Screen } from '../support/screen';
import type { Story } from '../support/steps';
import { CAST, type Places, WORDS } from './cast';

async function openPlan(screen: Screen): Promise<void> {
  await screen.goTo('协商');
  await screen.tap('协商计划');
  await screen.openRow(WORDS.plan);
}

/** 审定: into the quarter's plan, through both reviews, to the public. */
export function tellPlanning({ step }: Story, places: Partial<Places>): void {
  step('the convener puts it on a new plan', async (people) => {
    const { screen } = await people.as(CAST.convener);
    await screen.move('列为拟定议题', { fill: (sheet) => sheet.choose('列入哪个计划', WORDS.plan) });
    await screen.sees('等召集人送乡镇党委审核');
  });

  step('while it stands for comment a resident says what they think of it', async (people) => {
    const resident = await people.as(CAST.neighbour);
    await people.open(resident, places.topic ?? '');
    await resident.screen.tap('提意见');
    await resident.screen.fill('您的意见', WORDS.opinion);
    await resident.screen.tap('提交');
    await resident.screen.sees(`对拟定议题“${WORDS.title}”的意见：${WORDS.opinion}`);
    await people.open(resident, places.topic ?? '');
  });

  step('after five days of comment the convener proposes the plan', async (people) => {
    await people.passDays(5);
    const { screen } = await people.as(CAST.convener);
    await openPlan(screen);
    await screen.sees('群众征题');
    await screen.move('送乡镇党委审核');
    await screen.sees('乡镇党委审核');
  });

  step('the township Party committee approves it', async (people) => {
    const { screen } = await people.as(CAST.partyCommittee);
    await openPlan(screen);
    await screen.sees(WORDS.title);
    await screen.move('乡镇党委同意');
    await screen.sees('县政协审定');
  });

  step('the county office approves and publishes it', async (people) => {
    const { screen } = await people.as(CAST.county);
    await openPlan(screen);
    await screen.move('审定通过');
    await screen.move('公布计划');
    await screen.sees('已公布');
  });
}
