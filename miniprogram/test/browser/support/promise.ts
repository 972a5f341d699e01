import {
  chinaDate,
  DAY_MS,
  type DepartmentView,
  endOfChinaDay,
  type MinutesDetail,
  type OutcomeDetail,
  type OutcomeSummary,
  type Page,
  type Role,
} from '@consult/shared';
import { Caller } from './api';
import { draftMinutes } from './draft-minutes';
import type { Screen } from './screen';
import type { Town } from './town';

export const TOWNSHIP = '沿河街道';
/** Of TOWNSHIP. */
const REGION = '419902001';
export const LEAD = '区民政局';
export const PROMISE = '在院内建一处二十平方米的老年活动室，配好桌椅';

type SetClock = (moment: number) => Promise<void>;

/** A promise of a department, with the topic that it is about. */
export interface Promised {
  id: string;
  topicId: string;
}

const as = (town: Town, role: Role, place = TOWNSHIP) => Caller.of(town, role, place);

/**
 * Has a promise made: a session is held, its minutes pass their days of objection, and its convener hands the one
 * promise out to LEAD, due sixty days later. The town's clock goes on by five days and a little.
 */
export async function handedOut(town: Town, setClock: SetClock, what: string = PROMISE): Promise<Promised> {
  const minutesId = await draftMinutes(town, setClock);
  let convener = await as(town, 'convener');
  const departments = await convener.get<DepartmentView[]>(`/departments?region=${REGION}`);
  const lead = departments.find(({ name }) => name === LEAD);
  if (!lead) throw new Error(`There is no ${LEAD}`);
  const task = {
    what,
    leadDepartmentId: lead.id,
    coDepartmentIds: [],
    dueAt: endOfChinaDay(chinaDate(town.now + 60 * DAY_MS)),
    funds: '区级养老专项资金',
  };
  const { revision } = await convener.get<MinutesDetail>(`/minutes/${minutesId}`);
  await convener.put(`/minutes/${minutesId}`, {
    situation: '院内老人多，活动场地不足。',
    points: [{ speaker: '居民代表', text: '希望有一处能坐下来的地方。' }],
    departmentAnswers: [],
    consensus: ['在院内建一处老年活动室'],
    dissent: [],
    noDissent: true,
    tasks: [task],
    photos: [],
    revision,
  });
  await convener.post(`/minutes/${minutesId}/circulate`);
  await setClock(town.now + 4 * DAY_MS);
  convener = await as(town, 'convener');
  await convener.post(`/minutes/${minutesId}/sign`);
  await convener.post(`/minutes/${minutesId}/publish`);
  const work = await convener.get<Page<OutcomeSummary>>(`/outcomes/work?region=${REGION}&limit=1`);
  const outcomeId = work.items[0]?.id ?? '';
  const written = await convener.get<OutcomeDetail>(`/outcomes/${outcomeId}`);
  const summary = '各方同意在院内建老年活动室，年内完成。';
  await convener.put(`/outcomes/${outcomeId}`, {
    summary,
    suggestions: [],
    tasks: [task],
    revision: written.revision,
  });
  await convener.post(`/outcomes/${outcomeId}/publish`);
  await convener.post(`/outcomes/${outcomeId}/assign-directly`);
  const { tasks, topics } = await convener.get<OutcomeDetail>(`/outcomes/${outcomeId}`);
  return { id: tasks[0]?.id ?? '', topicId: topics[0]?.id ?? '' };
}

/** Has the department answer that it is solved, with a photo. */
export async function answered(town: Town, id: string, department = LEAD): Promise<void> {
  const lead = await as(town, 'department', department);
  const photos = [await lead.photo()];
  await lead.post(`/tasks/${id}/reply`, { replyClass: 'A', text: '活动室已建成，配好桌椅和血压计。', photos });
}

/** Has such a promise taken, answered, seen by its raiser, rated and closed, sixteen days later. */
export async function kept(town: Town, setClock: SetClock): Promise<Promised> {
  const promised = await handedOut(town, setClock);
  const path = `/tasks/${promised.id}`;
  await (await as(town, 'department', LEAD)).post(`${path}/take`);
  await answered(town, promised.id);
  const raiser = await as(town, 'resident');
  const visit = { visitedAt: town.now, finding: 'done', text: '到院里看过，桌椅都在用。', photos: [] };
  await raiser.post(`${path}/visit`, visit);
  await (await as(town, 'convener')).post(`${path}/open-evaluation`);
  await raiser.post(`${path}/rate`, { process: 'satisfied', result: 'satisfied', handling: 'satisfied' });
  await closed(town, promised.id, setClock);
  return promised;
}

/** Lets the evaluation that runs come to its end. */
export async function closed(town: Town, id: string, setClock: SetClock): Promise<void> {
  await setClock(town.now + 16 * DAY_MS);
  await (await as(town, 'convener')).post(`/tasks/${id}/conclude`);
  // What is done at regular times is first planned.
  await town.work();
}

/** Answers the three questions of an evaluation; how it was handled is the last. */
export async function rateOn(sheet: Screen, handling: string): Promise<void> {
  await sheet.choose('商量得怎么样？', '满意');
  await sheet.choose('定的办法怎么样？', '满意');
  await sheet.choose('办得怎么样？', handling);
}
