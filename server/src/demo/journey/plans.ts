import type { Created } from '@consult/shared';
import type { Scene } from './scene.js';
import type { PlanStory } from './story.js';
import { convener, countyOffice, partyCommittee, type Who } from './who.js';

/** A plan that both reviews passed, by the day it was published: a Wednesday. */
export function publishedPlan(published: number, topics: readonly string[]): PlanStory {
  return {
    quarterOf: published,
    topics,
    shortlisted: published - 28,
    proposed: published - 20,
    partyApproved: published - 12,
    countyApproved: published - 5,
    published,
  };
}

/** The convener's plan goes through the township's Party committee and the county, as far as it has come. */
export function tellPlan(scene: Scene, plan: PlanStory): void {
  const key = `plan ${plan.quarterOf}`;
  scene.act(plan.shortlisted, '10:05', convener, async (player) => {
    const date = scene.script.date(plan.quarterOf);
    const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
    const body = { township: scene.township, year: Number(date.slice(0, 4)), quarter };
    const { id } = await player.post<Created>('/plans', body);
    scene.keep(key, id);
    for (const topic of plan.topics) await player.post(`/topics/${scene.id(topic)}/shortlist`, { planId: id });
  });
  const steps: readonly [day: number | undefined, time: string, who: Who, move: string][] = [
    [plan.proposed, '15:10', convener, 'propose'],
    [plan.partyApproved, '10:40', partyCommittee, 'party-approve'],
    [plan.countyApproved, '16:05', countyOffice, 'county-approve'],
    [plan.published, '09:00', countyOffice, 'publish'],
  ];
  for (const [day, time, who, move] of steps) {
    if (day !== undefined) scene.act(day, time, who, (player) => player.post(`/plans/${scene.id(key)}/${move}`));
  }
}
