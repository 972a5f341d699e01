import type { Created, OutcomeSummary, Page, SessionDetail } from '@consult/shared';
import { upload } from '../pictures/upload.js';
import type { Player, Stage } from '../stage.js';
import { agreedTask } from './agreed-task.js';
import { tellOutcome } from './outcomes.js';
import type { Scene } from './scene.js';
import { type Recorded, recorderOf } from './session-people.js';
import type { MinutesStory, TownshipStory } from './story.js';
import { convener, type Who } from './who.js';

/** Days after the session. */
const CIRCULATED = 1;
const SIGNED = 5;
const SIGNED_BY_ALL = 6;
const PUBLISHED = 7;
/** Days after a correction was begun. */
const CORRECTION_SIGNED = 5;
const CORRECTION_PUBLISHED = 6;

/** The minutes are written, shown to those who were there, signed and published; then comes the outcome. */
export function tellMinutes(scene: Scene, story: TownshipStory, recorded: Recorded): void {
  const { key, session, minutes, signatories } = recorded;
  const { day } = session;
  const { circulated = day + CIRCULATED, objection, outcome, correction } = minutes;
  const path = () => `/minutes/${scene.id(minutesOf(key))}`;
  scene.act(circulated, '16:30', recorderOf(session), async (player, stage) => {
    const detail = await player.get<SessionDetail>(`/sessions/${scene.id(key)}`);
    scene.keep(minutesOf(key), detail.minutes[0]?.id ?? '');
    const photos = await upload(player, minutes.photos);
    await player.put(path(), { ...contentOf(scene, stage, minutes), photos, revision: 0 });
    await player.post(`${path()}/circulate`);
  });
  if (objection !== undefined) object(scene, recorded, circulated, objection);
  if (outcome === undefined) return;
  sign(scene, minutesOf(key), signatories, day + SIGNED, day + SIGNED_BY_ALL);
  scene.act(day + PUBLISHED, '10:00', convener, async (player) => {
    await player.post(`${path()}/publish`);
    scene.keep(outcomeOf(key), await outcomeTitled(scene, player, session.title));
  });
  if (correction !== undefined) correct(scene, recorded, correction);
  tellOutcome(scene, story, { ...recorded, outcome, outcomeKey: outcomeOf(key) });
}

const minutesOf = (key: string) => `${key} minutes`;
const outcomeOf = (key: string) => `${key} outcome`;

function contentOf(scene: Scene, stage: Stage, minutes: MinutesStory) {
  const speeches = (all: MinutesStory['points']) => all.map(([speaker, text]) => ({ speaker, text }));
  return {
    situation: minutes.situation,
    points: speeches(minutes.points),
    departmentAnswers: speeches(minutes.answers),
    consensus: minutes.consensus,
    dissent: minutes.dissent,
    noDissent: minutes.dissent.length === 0,
    tasks: minutes.tasks.map((task) => agreedTask(scene, stage, task)),
  };
}

function sign(scene: Scene, key: string, signatories: readonly Who[], first: number, rest: number): void {
  signatories.forEach((who, i) => {
    scene.act(i === 0 ? first : rest, `1${i}:25`, who, (player) => player.post(`/minutes/${scene.id(key)}/sign`));
  });
}

/** The last of the signatories, who was there, does not agree with a sentence. */
function object(
  scene: Scene,
  { key, session, signatories }: Recorded,
  circulated: number,
  { text, answer }: NonNullable<MinutesStory['objection']>,
): void {
  const who = signatories.at(-1) ?? convener;
  const path = () => `/minutes/${scene.id(minutesOf(key))}/objections`;
  scene.act(circulated, '20:10', who, async (player) => {
    scene.keep(`${key} objection`, (await player.post<Created>(path(), { text })).id);
  });
  if (answer === undefined) return;
  scene.act(session.day + SIGNED, '09:10', recorderOf(session), (player) =>
    player.post(`${path()}/${scene.id(`${key} objection`)}/answer`, { answer, upheld: false }),
  );
}

function correct(
  scene: Scene,
  { key, session, minutes, signatories }: Recorded,
  { day, reason, situation }: NonNullable<MinutesStory['correction']>,
): void {
  const corrected = `${minutesOf(key)} 2`;
  const path = () => `/minutes/${scene.id(corrected)}`;
  scene.act(day, '11:00', convener, async (player) => {
    const { id } = await player.post<Created>(`/minutes/${scene.id(minutesOf(key))}/correct`, { reason });
    scene.keep(corrected, id);
  });
  scene.act(day, '15:00', recorderOf(session), async (player, stage) => {
    const content = contentOf(scene, stage, { ...minutes, situation });
    const { photos } = await player.get<{ photos: { id: string }[] }>(path());
    await player.put(path(), { ...content, photos: photos.map((photo) => photo.id), revision: 0 });
    await player.post(`${path()}/circulate`);
  });
  sign(scene, corrected, signatories, day + CORRECTION_SIGNED, day + CORRECTION_SIGNED);
  scene.act(day + CORRECTION_PUBLISHED, '10:30', convener, (player) => player.post(`${path()}/publish`));
}

/** The draft that came about with the minutes; it bears the session's title. */
async function outcomeTitled(scene: Scene, player: Player, title: string): Promise<string> {
  const { items } = await player.get<Page<OutcomeSummary>>(`/outcomes/work?region=${scene.township}&limit=50`);
  return items.find((outcome) => outcome.title === title)?.id ?? '';
}
