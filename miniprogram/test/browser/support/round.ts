import { type Created, DAY_MS, type NextStatement } from '@consult/shared';
import { Caller } from './api';
import type { Town } from './town';

/** Of 青石镇. */
const TOWNSHIP = '419921101';
const COMMUNITY = '419921101001';

export const SEEDS = [
  '广场舞晚上九点以后要关音响',
  '广场西侧划给孩子玩',
  '跳舞的队伍轮流用场地',
  '广场上装分贝显示屏',
] as const;

/** A topic of 青石镇 that was taken in. @returns its id */
export async function acceptedTopic(town: Town, title: string): Promise<string> {
  const [resident, convener] = await Promise.all([
    Caller.of(town, 'resident', '青石镇'),
    Caller.of(town, 'convener', '青石镇'),
  ]);
  const { id } = await resident.post<Created>('/topics', {
    title,
    description: '广场在三个小区中间，傍晚跳舞的、带孩子的都来，为了地方和音量常有争执。',
    category: '文化旅游',
    community: COMMUNITY,
    anonymous: false,
    photos: [],
    submit: true,
  });
  await convener.post(`/topics/${id}/accept`);
  return id;
}

/** An open round about such a topic. @returns its id */
export async function openRound(town: Town, title: string): Promise<string> {
  const topicId = await acceptedTopic(town, title);
  const convener = await Caller.of(town, 'convener', '青石镇');
  const { id } = await convener.post<Created>('/opinion-rounds', {
    title: `${title}，您怎么看？`,
    intro: '镇里准备定一个大家都能接受的用法，请您逐条说说。',
    topicId,
    opensAt: town.now,
    closesAt: town.now + 10 * DAY_MS,
    seeds: [...SEEDS],
  });
  await convener.post(`/opinion-rounds/${id}/open`);
  return id;
}

/**
 * Many answer all statements: they agree on the first, and are of two minds on the others.
 * @param count how many residents
 */
export async function crowdAnswers(town: Town, roundId: string, count: number): Promise<void> {
  for (const [at, token] of (await town.residents(TOWNSHIP, count)).entries()) {
    const resident = new Caller(town, token);
    const path = `/opinion-rounds/${roundId}`;
    let { statement } = await resident.get<NextStatement>(`${path}/next`);
    while (statement !== null) {
      const vote = statement.no === 1 || (statement.no + at) % 2 === 0 ? 'agree' : 'disagree';
      ({ statement } = await resident.post<NextStatement>(`${path}/votes`, { statementId: statement.id, vote }));
    }
  }
}
