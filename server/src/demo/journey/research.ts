import { type Created, DAY_MS, type Question, SCALE, type SheetAnswer } from '@consult/shared';
import { upload } from '../pictures/upload.js';
import { officeDay, type Scene, someTime, spread } from './scene.js';
import type { ResearchStory } from './story.js';
import { convener, resident } from './who.js';

/** What people write, one after another; most write nothing. */
const WRITES_EVERY = 4;
const FIRST_ANSWERER = 3;

/** A research is set up on a topic, people go and ask, and its report comes out, as far as it has come. */
export function tellResearch(scene: Scene, key: string, research: ResearchStory): void {
  const { topic, title, methods, lead, members = [], begun, due, visits = [], form, report } = research;
  const path = () => `/research/${scene.id(key)}`;
  scene.act(officeDay(begun), '09:20', convener, async (player, stage) => {
    const { id } = await player.post<Created>('/research', {
      topicId: scene.id(topic),
      title,
      methods,
      leadId: scene.player(stage, lead).id,
      memberIds: members.map((who) => scene.player(stage, who).id),
      dueAt: scene.script.moment(due, '23:59'),
    });
    scene.keep(key, id);
    await player.post(`/research/${id}/start`);
  });
  for (const { day, by, place, who, found, photos } of visits) {
    scene.act(day, '17:30', by, async (player, stage) => {
      const visitedAt = stage.now - DAY_MS / 24;
      await player.post(`${path()}/visits`, { visitedAt, place, who, found, photos: await upload(player, photos) });
    });
  }
  if (form !== undefined) ask(scene, key, form);
  if (report === undefined) return;
  const { handedIn, finished, carried, ...words } = report;
  scene.act(officeDay(handedIn), '10:40', lead, async (player) => {
    const detail = await player.get<{ inside: { revision: number } }>(path());
    await player.put(`${path()}/report`, { ...words, revision: detail.inside.revision });
    await player.post(`${path()}/report`);
  });
  scene.act(officeDay(finished), '15:20', convener, (player) => player.post(`${path()}/finish`));
  if (carried === undefined) return;
  const { session, day } = carried;
  scene.act(day, '16:10', convener, (player) => player.post(`${path()}/carry`, { sessionId: scene.id(session) }));
}

function ask(scene: Scene, key: string, form: NonNullable<ResearchStory['form']>): void {
  const { title, intro, opened, closes, questions, answered, words, closed } = form;
  const name = `${key} form`;
  scene.act(opened, '10:10', convener, async (player) => {
    const body = { title, intro, anonymous: true, closesAt: scene.script.moment(closes, '23:59'), questions };
    const { id } = await player.post<Created>(`/research/${scene.id(key)}/questionnaires`, body);
    scene.keep(name, id);
    await player.post(`/questionnaires/${id}/open`);
  });
  for (let i = 0; i < answered.by; i++) {
    const day = spread(i, answered.by, opened + 1, answered.until);
    scene.act(day, someTime(i * 7 + key.length, 12, 21), resident(FIRST_ANSWERER + i), (player) =>
      player.post(`/questionnaires/${scene.id(name)}/answers`, { answers: sheetOf(questions, i, words) }),
    );
  }
  if (closed !== undefined) {
    scene.act(closed, '09:40', convener, (player) => player.post(`/questionnaires/${scene.id(name)}/close`));
  }
}

/** What the i-th of those who answer says: the first choices more often than the last ones. */
function sheetOf(questions: readonly Question[], i: number, words: readonly string[]): SheetAnswer[] {
  const given = questions.map((question, q) => ({ questionId: question.id, values: valuesOf(question, i, q, words) }));
  return given.filter(({ values }) => values.length > 0);
}

function valuesOf({ kind, options }: Question, i: number, q: number, words: readonly string[]): string[] {
  const lot = (i * 7 + q * 3) % 10;
  switch (kind) {
    case 'single':
      return [String(Math.min(options.length - 1, Math.floor((lot * lot) / 30)))];
    case 'multiple': {
      const chosen = options.flatMap((_, o) => ((lot + o * 4) % (o + 2) === 0 ? [String(o)] : []));
      return chosen.length > 0 ? chosen : ['0'];
    }
    case 'scale':
      return [SCALE[Math.max(0, 4 - Math.floor(lot / 3))] ?? '3'];
    case 'text': {
      const text = i % WRITES_EVERY === 0 ? words[(i / WRITES_EVERY) % words.length] : undefined;
      return text === undefined ? [] : [text];
    }
  }
}
