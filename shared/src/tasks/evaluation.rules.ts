import {
  isTallyShown,
  RATINGS,
  type Rating,
  type RatingCounts,
  REPLY_CLASS_LABELS,
  type ReplyClass,
  satisfactionRate,
  type TallyShowing,
} from './task.rules.js';
import type { TaskState } from './task.states.js';

/** The three questions of an evaluation. */
export const EVALUATION_QUESTIONS = ['process', 'result', 'handling'] as const;
export type EvaluationQuestion = (typeof EVALUATION_QUESTIONS)[number];
export const EVALUATION_QUESTION_LABELS: Readonly<Record<EvaluationQuestion, string>> = {
  process: '程序评价',
  result: '成果评价',
  handling: '办理评价',
};
/** The same as whoever rates is asked. */
export const EVALUATION_QUESTION_WORDS: Readonly<Record<EvaluationQuestion, { ask: string; hint: string }>> = {
  process: { ask: '商量得怎么样？', hint: '大家的话有没有说透、听进去' },
  result: { ask: '定的办法怎么样？', hint: '商定的办法合不合理' },
  handling: { ask: '办得怎么样？', hint: '答应的事办好了没有，满意率按它算' },
};

/** As what somebody rates; each counts once, in the first that applies. */
export const EVALUATOR_KINDS = ['raiser', 'participant', 'sampled'] as const;
export type EvaluatorKind = (typeof EVALUATOR_KINDS)[number];
export const EVALUATOR_KIND_LABELS: Readonly<Record<EvaluatorKind, string>> = {
  raiser: '提出人和附议人',
  participant: '参会人',
  sampled: '随机抽取的居民',
};

export type QuestionCounts = Readonly<Record<EvaluationQuestion, RatingCounts>>;

/** All answers of one evaluation, counted. */
export interface EvaluationTally {
  readonly all: QuestionCounts;
  readonly byKind: Readonly<Partial<Record<EvaluatorKind, QuestionCounts>>>;
}

/** Answers that are alike, and how many they are. */
export interface CountedAnswer extends Readonly<Record<EvaluationQuestion, Rating>> {
  /** Null: given before kinds were kept. */
  readonly kind: EvaluatorKind | null;
  readonly n: number;
}

const countsOf = (answers: readonly CountedAnswer[]): QuestionCounts =>
  Object.fromEntries(
    EVALUATION_QUESTIONS.map((question) => [
      question,
      Object.fromEntries(
        RATINGS.map((rating) => [
          rating,
          answers.filter((answer) => answer[question] === rating).reduce((sum, { n }) => sum + n, 0),
        ]),
      ),
    ]),
  ) as Record<EvaluationQuestion, RatingCounts>;

/** Counts answers, in all and by kind of person. */
export function tallyOf(answers: readonly CountedAnswer[]): EvaluationTally {
  const kinds = EVALUATOR_KINDS.filter((kind) => answers.some((answer) => answer.kind === kind));
  return {
    all: countsOf(answers),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, countsOf(answers.filter((one) => one.kind === kind))])),
  };
}

/** How many answered: everyone answers every question. */
export function ratedBy({ handling }: QuestionCounts): number {
  return RATINGS.reduce((sum, rating) => sum + handling[rating], 0);
}

/** Whether answers are taken. @param now ms since 1970 */
export function isEvaluating(task: { state: TaskState; evaluationEndsAt: number | null }, now: number): boolean {
  return task.state === 'evaluating' && task.evaluationEndsAt !== null && now <= task.evaluationEndsAt;
}

/**
 * A tally as anybody sees it: nothing while it runs or below the minimum, and of the kinds of people only those with as many. Where
 * those that are left out could be had by subtraction, the smallest that would be shown is left out with them.
 */
export function publicTally(tally: EvaluationTally, showing: TallyShowing): EvaluationTally | null {
  const { minimum } = showing;
  const total = ratedBy(tally.all);
  if (!isTallyShown(total, showing)) return null;
  const shown = EVALUATOR_KINDS.flatMap((kind) => {
    const counts = tally.byKind[kind];
    const n = counts === undefined ? 0 : ratedBy(counts);
    return counts !== undefined && n >= minimum ? [{ kind, counts, n }] : [];
  }).sort((a, b) => b.n - a.n);
  const hidden = () => total - shown.reduce((sum, { n }) => sum + n, 0);
  while (shown.length > 0 && hidden() > 0 && hidden() < minimum) shown.pop();
  return { all: tally.all, byKind: Object.fromEntries(shown.map(({ kind, counts }) => [kind, counts])) };
}

export type EvaluationVerdict = 'close' | 'watch' | 'defer' | 'redo' | 'advise_reconsult';
/** What an evaluation led to, in a line of those that are over. */
export const EVALUATION_VERDICT_LABELS: Readonly<Record<EvaluationVerdict, string>> = {
  close: '已办结',
  watch: '转长期跟踪',
  defer: '到期再复核',
  redo: '重新办理',
  advise_reconsult: '建议再协商',
};

/** Whether an evaluation ended too low. */
export function isLow(verdict: EvaluationVerdict | null): boolean {
  return verdict === 'redo' || verdict === 'advise_reconsult';
}

interface Bar {
  readonly satisfaction: number;
  readonly minimumRatings: number;
}

/**
 * What an ended evaluation leads to, by its answers on handling. Too low a rate sends the promise to be redone, the
 * second time in a row to its convener with the advice to consult again; too few answers are not judged. What is solved
 * (A) closes, what is under way (B) is watched, what cannot be done yet (C, D) comes back on its review date.
 * @param lowBefore whether the evaluation before this one ended too low
 */
export function evaluationVerdict(
  counts: RatingCounts,
  replyClass: ReplyClass,
  { satisfaction, minimumRatings }: Bar,
  lowBefore = false,
): EvaluationVerdict {
  const total = RATINGS.reduce((sum, rating) => sum + counts[rating], 0);
  const rate = satisfactionRate(counts);
  if (rate !== null && total >= minimumRatings && rate < satisfaction) return lowBefore ? 'advise_reconsult' : 'redo';
  if (replyClass === 'A') return 'close';
  return replyClass === 'B' ? 'watch' : 'defer';
}

/** A share in words, never rounded up: 69.9 % of those asked is not 70 %. */
export const sayShare = (share: number): string => `${Math.floor(share * 1000 + 1e-6) / 10}%`;

/** What everyone reads of a verdict, in plain words; null where there is nothing to explain. */
export function verdictReason(
  verdict: EvaluationVerdict,
  counts: RatingCounts,
  { satisfaction }: Pick<Bar, 'satisfaction'>,
): string | null {
  const rate = satisfactionRate(counts);
  if (!isLow(verdict) || rate === null) return null;
  const low = `满意率 ${sayShare(rate)}，低于 ${sayShare(satisfaction)}`;
  return verdict === 'redo' ? `${low}，重新办理` : `${low}，已连续两次没有达标，建议再协商`;
}

/** An evaluation that has ended. */
export interface EndedEvaluation {
  /** How many answered. */
  readonly answers: number;
  /** On handling; null where they are too few to be shown. */
  readonly counts: RatingCounts | null;
  readonly replyClass: ReplyClass;
  /** Whether the evaluation before it ended too low. */
  readonly lowBefore: boolean;
}

const NOBODY: RatingCounts = { satisfied: 0, fair: 0, dissatisfied: 0 };

/** What an ended evaluation will lead to and what that rests on, for whoever concludes it. */
export function sayVerdictAhead({ answers, counts, replyClass, lowBefore }: EndedEvaluation, bar: Bar): string {
  const verdict = EVALUATION_VERDICT_LABELS[evaluationVerdict(counts ?? NOBODY, replyClass, bar, lowBefore)];
  const rate = counts === null ? null : satisfactionRate(counts);
  const byReply = `答复是 ${REPLY_CLASS_LABELS[replyClass]}，处理后：${verdict}。`;
  if (rate === null || answers < bar.minimumRatings) {
    return `${answers} 人评议，不满 ${bar.minimumRatings} 人，不按满意率定。${byReply}`;
  }
  const judged = `办理评价 ${answers} 人，满意率 ${sayShare(rate)}`;
  if (rate >= bar.satisfaction) return `${judged}，达到 ${sayShare(bar.satisfaction)}。${byReply}`;
  return `${judged}，低于 ${sayShare(bar.satisfaction)}${lowBefore ? '，上一次也没有达到' : ''}。处理后：${verdict}。`;
}
