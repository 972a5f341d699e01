import { SESSION_EDIT_STATES } from '../sessions/session.rules.js';
import type { SessionState } from '../sessions/session.states.js';
import { addDays, chinaDate, DAY_MS, endOfChinaDay } from '../time/china-time.js';
import type { TopicState } from '../topics/topic.states.js';
import type { ResearchState } from './research.states.js';

/** How a matter is looked into. */
export const RESEARCH_METHODS = ['visit', 'questionnaire', 'form', 'site'] as const;
export type ResearchMethod = (typeof RESEARCH_METHODS)[number];
export const RESEARCH_METHOD_LABELS: Readonly<Record<ResearchMethod, string>> = {
  visit: '走访',
  questionnaire: '问卷',
  form: '统计表',
  site: '踏勘',
};

/** The parts of a report besides its public summary and its questions, in the order they are read. */
export const FINDINGS = ['situation', 'data', 'demands', 'policy'] as const;
export type Finding = (typeof FINDINGS)[number];
export const FINDING_LABELS: Readonly<Record<Finding, string>> = {
  situation: '基本情况',
  data: '数据',
  demands: '各方诉求',
  policy: '部门政策依据',
};

export const RESEARCH_LIMITS = {
  titleMin: 4,
  titleMax: 60,
  membersMax: 20,
  placeMax: 80,
  whoMax: 120,
  foundMax: 1000,
  photosMax: 6,
  visitsMax: 50,
  findingMax: 3000,
  summaryMin: 20,
  summaryMax: 1500,
  questionsMax: 3,
  questionMax: 100,
  /** How far ahead a report may be due. */
  horizonDays: 365,
  /** At most so many of one topic or session. */
  perSubject: 10,
} as const;

/** The states in which a topic, or a session, is still worth a research. */
export const RESEARCHED_TOPIC_STATES: readonly TopicState[] = [
  'accepted',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
  'deliberating',
  'resolving',
];
export const RESEARCHED_SESSION_STATES: readonly SessionState[] = [...SESSION_EDIT_STATES, 'announced'];

/** Whether something in this state can still be looked into. */
export function mayBeResearched(kind: 'topic' | 'session', state: TopicState | SessionState): boolean {
  const states: readonly string[] = kind === 'topic' ? RESEARCHED_TOPIC_STATES : RESEARCHED_SESSION_STATES;
  return states.includes(state);
}

/** The states in which its plan (title, people, methods, date) changes. */
export const RESEARCH_EDIT_STATES: readonly ResearchState[] = ['draft', 'open'];
/** The states in which visits are added and the report is written. */
export const RESEARCH_WORK_STATES: readonly ResearchState[] = ['open'];

/**
 * Until when the report on a session can be due: so many days before it, or, where it is called too late for that,
 * before it starts. All in ms since 1970.
 * @param days the township's threshold `researchDays`
 */
export function latestReport({ startsAt, now, days }: { startsAt: number; now: number; days: number }): number {
  const before = endOfChinaDay(addDays(chinaDate(startsAt), -days));
  return before > now ? before : startsAt;
}

/** What is wrong with the date of a report, or null. */
export function dueProblem({
  dueAt,
  now,
  startsAt,
  days,
}: {
  dueAt: number;
  now: number;
  /** Of the session it is for; null where there is none yet. */
  startsAt: number | null;
  days: number;
}): 'RESEARCH.PAST_DUE_DATE' | 'RESEARCH.TOO_FAR_AHEAD' | 'RESEARCH.DUE_TOO_LATE' | null {
  if (dueAt <= now) return 'RESEARCH.PAST_DUE_DATE';
  if (dueAt > now + RESEARCH_LIMITS.horizonDays * DAY_MS) return 'RESEARCH.TOO_FAR_AHEAD';
  if (startsAt !== null && dueAt > latestReport({ startsAt, now, days })) return 'RESEARCH.DUE_TOO_LATE';
  return null;
}

export interface Report {
  readonly findings: Readonly<Record<Finding, string>>;
  readonly summary: string;
  readonly questions: readonly string[];
}

/** What a report still lacks before it is handed in, in words; empty when it is complete. */
export function missingInReport({ findings, summary, questions }: Report): string[] {
  const missing: string[] = [];
  if (findings.situation === '') missing.push(FINDING_LABELS.situation);
  if (findings.demands === '') missing.push(FINDING_LABELS.demands);
  if (summary === '') missing.push('公开摘要');
  if (questions.length === 0) missing.push('要商量的问题');
  return missing;
}

/** Whether everyone may read the summary, as far as the research itself decides it. */
export function isResearchPublic({ state }: { state: ResearchState }): boolean {
  return state === 'finished';
}
