import type { TopicState } from '../topics/topic.states.js';
import type { CaseState } from './case.states.js';

export const CASE_LIMITS = {
  titleMin: 4,
  titleMax: 60,
  textMax: 3000,
  turningPointsMax: 10,
  turningPointMax: 300,
  photosMax: 9,
} as const;

/** The parts of a case, in the order in which it is read. */
export const CASE_PARTS = ['background', 'process', 'turningPoints', 'result', 'lessons'] as const;
export type CasePart = (typeof CASE_PARTS)[number];
export const CASE_PART_LABELS: Readonly<Record<CasePart, string>> = {
  background: '缘起',
  process: '经过',
  turningPoints: '转折点',
  result: '结果',
  lessons: '可借鉴的做法',
};

/** What whoever writes a part is asked. */
export const CASE_PART_HINTS: Readonly<Record<CasePart, string>> = {
  background: '是什么事、多少人关心、原来难在哪里。不写居民姓名、电话和门牌。',
  process: '怎么调研、请了谁来、协商了几次。',
  turningPoints: '哪一步让事情有了转机，一条写一个。',
  result: '答应了什么、办成了什么、群众怎么评价。',
  lessons: '别的乡镇照着做，最要紧的是哪几条。',
};

export type CaseText = Readonly<Record<Exclude<CasePart, 'turningPoints'>, string>> & {
  readonly turningPoints: readonly string[];
};

/** The parts that are still empty; a case is sent in once there are none. */
export function missingParts(text: CaseText): CasePart[] {
  return CASE_PARTS.filter((part) => text[part].length === 0);
}

/** Only a topic that has come to its end can teach: 已办结. */
export function mayBecomeCase(topic: { state: TopicState; isPublic: boolean }): boolean {
  return topic.state === 'closed' && topic.isPublic;
}

/** The states in which its text may be changed. */
export const CASE_EDIT_STATES: readonly CaseState[] = ['draft', 'returned'];

/** What the city's office sees of its counties' cases; those who handle them see all. */
export const CASE_STATES_ABOVE: readonly CaseState[] = ['submitted', 'featured'];
