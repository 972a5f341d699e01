import { RATINGS, type Rating, type RatingCounts, replyNeedsReview } from '@consult/shared';
import { upload } from '../pictures/upload.js';
import { peopleBehind } from './crowd.js';
import { officeDay, type Scene, someTime, spread } from './scene.js';
import type { TaskStory, TownshipStory } from './story.js';
import { tellStructure } from './task-structure.js';
import { tellTime } from './task-time.js';
import { convener, countyOffice, department } from './who.js';

/** An evaluation stands for 15 days; on the next working day it is settled. */
const RATED_WITHIN = 12;
const CONCLUDED = 16;
/** What could not be done comes back after so many days. */
const REVIEWED = 180;
const FIRST_DAY = 1;
const SECOND_DAY = 2;

interface Promised {
  readonly key: string;
  readonly task: TaskStory;
  /** Keys of the topics that its session was about. */
  readonly topics: readonly string[];
  readonly assigned: number;
}

/** A promise is taken on, or sent back; then carried out, answered and rated, as far as it has come. */
export function tellTask(scene: Scene, story: TownshipStory, promised: Promised): void {
  const { key, task, assigned } = promised;
  const { refused, progress = [], reply, rated, next } = task;
  const leadName = refused?.to ?? task.lead;
  const lead = department(leadName);
  const path = () => `/tasks/${scene.id(key)}`;
  if (refused !== undefined) sendBack(scene, promised, refused);
  if (task.untaken) return;
  const taken = officeDay(assigned + (refused === undefined ? FIRST_DAY : SECOND_DAY));
  scene.act(taken, '11:20', lead, (player) => player.post(`${path()}/take`));
  if (task.structure !== undefined) tellStructure(scene, key, leadName, task.structure);
  if (task.time !== undefined) tellTime(scene, key, leadName, task.time);
  for (const { day, text, photos } of progress) {
    scene.act(officeDay(day), someTime(text.length, 9, 17), lead, async (player) =>
      player.post(`${path()}/progress`, { text, photos: await upload(player, photos) }),
    );
  }
  if (reply !== undefined) {
    const { day, ...answer } = reply;
    scene.act(officeDay(day), '15:40', lead, async (player) =>
      player.post(`${path()}/reply`, {
        ...answer,
        ...(replyNeedsReview({ parentId: null }, reply.replyClass) && {
          reviewAt: scene.script.moment(day + REVIEWED, '18:00'),
        }),
        photos: await upload(player, reply.photos),
      }),
    );
  }
  if (rated !== undefined) rate(scene, story, promised, rated);
  if (next !== undefined) {
    const { day, move, reason } = next;
    scene.act(officeDay(day), '10:50', convener, (player) => player.post(`${path()}/${move}`, { reason }));
  }
}

function sendBack(
  scene: Scene,
  { key, task, assigned }: Promised,
  { reason, to, note }: NonNullable<TaskStory['refused']>,
): void {
  const path = () => `/tasks/${scene.id(key)}`;
  scene.act(officeDay(assigned + FIRST_DAY), '09:30', department(task.lead), (player) =>
    player.post(`${path()}/refuse`, { reason }),
  );
  scene.act(officeDay(assigned + SECOND_DAY), '10:10', countyOffice, (player, stage) =>
    player.post(`${path()}/reassign`, { departmentId: scene.departmentId(stage, to), reason: note }),
  );
}

function rate(
  scene: Scene,
  story: TownshipStory,
  promised: Promised,
  { opened, satisfied, fair, dissatisfied }: NonNullable<TaskStory['rated']>,
): void {
  const { key, topics, task } = promised;
  const path = () => `/tasks/${scene.id(key)}`;
  scene.act(opened, '09:20', convener, (player) => player.post(`${path()}/open-evaluation`));
  if (task.reply?.replyClass === 'A') visit(scene, story, promised, opened);
  const answers = mixed({ satisfied, fair, dissatisfied });
  const people = peopleBehind(story, topics);
  if (people.length < answers.length) throw new Error(`only ${people.length} people can rate ${key}`);
  answers.forEach((handling, i) => {
    const who = people[i] ?? convener;
    const day = spread(i, answers.length, opened, opened + RATED_WITHIN);
    const process: Rating = handling === 'dissatisfied' ? 'fair' : 'satisfied';
    scene.act(day, someTime(i * 11, 10, 22), who, (player) =>
      player.post(`${path()}/rate`, { process, result: handling, handling }),
    );
  });
  scene.act(officeDay(opened + CONCLUDED), '09:50', convener, (player) => player.post(`${path()}/conclude`));
}

/** Somebody who stands behind it goes to see it, in the morning before its evaluation begins. */
function visit(scene: Scene, story: TownshipStory, { key, topics }: Promised, opened: number): void {
  const [who = convener] = peopleBehind(story, topics);
  scene.act(opened, '08:40', who, (player) =>
    player.post(`/tasks/${scene.id(key)}/visit`, {
      visitedAt: scene.script.moment(opened, '08:20'),
      finding: 'done',
      text: '今天一早到现场看了，和答复里说的一样。',
      photos: [],
    }),
  );
}

/** So many answers of each kind, each kind spread evenly over the whole. */
function mixed(counts: RatingCounts): Rating[] {
  const placed = RATINGS.flatMap((rating) =>
    Array.from({ length: counts[rating] }, (_, i) => ({ rating, at: (i + 0.5) / counts[rating] })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ rating }) => rating);
}
