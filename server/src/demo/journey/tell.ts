import type { Script } from '../script.js';
import { tellCase } from './cases.js';
import { tellPlan } from './plans.js';
import { tellResearch } from './research.js';
import { tellRound } from './rounds.js';
import { Scene } from './scene.js';
import { tellSession } from './sessions.js';
import type { TownshipStory } from './story.js';
import { tellTopic } from './topics.js';

/** Writes what happened in one township into the script. */
export function tell(script: Script, story: TownshipStory): void {
  const scene = new Scene(script, story.township);
  for (const [key, topic] of Object.entries(story.topics)) tellTopic(scene, key, topic);
  for (const plan of story.plans ?? []) tellPlan(scene, plan);
  for (const [key, session] of Object.entries(story.sessions ?? {})) tellSession(scene, story, key, session);
  for (const [key, research] of Object.entries(story.research ?? {})) tellResearch(scene, key, research);
  for (const round of story.rounds ?? []) tellRound(scene, round);
  for (const one of story.cases ?? []) tellCase(scene, one);
}
