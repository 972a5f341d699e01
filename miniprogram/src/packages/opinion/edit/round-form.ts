import {
  DAY_MS,
  errorMessage,
  lengthOf,
  OPINION_LIMITS,
  type RoundDetail,
  type RoundEdit,
  roundTimeProblem,
  truncate,
} from '@consult/shared';
import { filledLines } from '@/components/TextListField';

/** What is filled in so far. */
export interface RoundForm {
  /** The one of the round that it was filled in on; a new round has none. */
  revision: number;
  title: string;
  intro: string;
  opensAt: number | null;
  closesAt: number | null;
  seeds: string[];
}

const HOUR_MS = 60 * 60 * 1000;
/** How long people usually have, days. */
const USUAL_DAYS = 10;

/** A new round about something, that opens within the hour. */
export function newRound(subject: string, now: number): RoundForm {
  const opensAt = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return {
    revision: 0,
    title: truncate(`${subject}，您怎么看？`, OPINION_LIMITS.titleMax),
    intro: '',
    opensAt,
    closesAt: opensAt + USUAL_DAYS * DAY_MS,
    seeds: Array.from({ length: OPINION_LIMITS.seedsMin }, () => ''),
  };
}

/** A round as the form shows it. */
export const formOf = ({ revision, title, intro, opensAt, closesAt, seeds }: RoundDetail): RoundForm => ({
  revision,
  title,
  intro,
  opensAt,
  closesAt,
  seeds,
});

/** What is missing or wrong, by the field's name in RoundInput; empty when nothing is. */
export function problemsOf(form: RoundForm, now: number): Record<string, string> {
  const { titleMin, introMin, seedsMin, statementMin, shortestHours, longestDays, horizonDays } = OPINION_LIMITS;
  const { opensAt, closesAt } = form;
  const seeds = filledLines(form.seeds);
  const problems: Record<string, string> = {};
  if (lengthOf(form.title.trim()) < titleMin) problems.title = `至少 ${titleMin} 个字`;
  if (lengthOf(form.intro.trim()) < introMin) problems.intro = `至少 ${introMin} 个字`;
  if (opensAt === null) problems.opensAt = '请选择开始时间';
  if (closesAt === null) problems.closesAt = '请选择截止时间';
  if (opensAt !== null && closesAt !== null) {
    const problem = roundTimeProblem({ opensAt, closesAt, now });
    const details = { hours: shortestHours, days: problem === 'OPINION.BAD_TIME' ? longestDays : horizonDays };
    const field = problem === 'OPINION.TOO_FAR_AHEAD' ? 'opensAt' : 'closesAt';
    if (problem) problems[field] = errorMessage(problem, details);
  }
  if (seeds.length < seedsMin) problems.seeds = `至少 ${seedsMin} 条`;
  else if (seeds.some((seed) => lengthOf(seed) < statementMin)) problems.seeds = `每条至少 ${statementMin} 个字`;
  return problems;
}

/** The form as it is sent; call it only when problemsOf finds none. */
export const inputOf = ({ revision, title, intro, opensAt, closesAt, seeds }: RoundForm): RoundEdit => ({
  revision,
  title,
  intro,
  opensAt: opensAt ?? 0,
  closesAt: closesAt ?? 0,
  seeds: filledLines(seeds),
});
