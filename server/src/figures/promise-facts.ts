import {
  chinaMonth,
  EVALUATION_QUESTIONS,
  LIGHT_STATES,
  RATINGS,
  type Rating,
  REPLY_CLASSES,
  type ReplyClass,
  type TaskState,
  type TopicCategory,
} from '@consult/shared';
import type { TaskEntity } from '../tasks/task.entity.js';
import { ANSWER_FIELDS, type AnswerField, answerColumn } from '../tasks/task-answers.js';
import type { FigureChange } from './figure-facts.js';

/** What of a promise its figures follow from. */
export type PromiseFacts = Pick<
  TaskEntity,
  | 'parentId'
  | 'state'
  | 'replyClass'
  | 'carriedOver'
  | 'listed'
  | AnswerField
  | 'createdAt'
  | 'promisedYear'
  | 'leadDepartmentId'
  | 'category'
>;

const ANSWERS = EVALUATION_QUESTIONS.flatMap((question) =>
  RATINGS.map((rating) => ({ question, rating, field: ANSWER_FIELDS[question][rating] })),
);
/** Stands for no reply yet. */
const UNANSWERED = '-';
const ID_LENGTH = 26;
/** While an evaluation runs its answers count nowhere: sums before and after one would tell it. */
const isEvaluated = ({ state }: Pick<PromiseFacts, 'state'>): boolean => state !== 'evaluating';
const isDone = (state: TaskState): boolean => LIGHT_STATES.done.includes(state);

/**
 * The cells in which a promise counts; none for a part of another. How it stands and by how many it was rated is counted by
 * the month in which it was made, and what is done of the public ledger by its year: their lights do not change with time.
 */
export function promiseFigures(task: PromiseFacts): FigureChange[] {
  if (task.parentId !== null) return [];
  const { state, replyClass, carriedOver, listed, leadDepartmentId, category } = task;
  const raters = isEvaluated(task) ? RATINGS.reduce((sum, rating) => sum + task[rating], 0) : 0;
  const at = { period: chinaMonth(task.createdAt), seen: listed ? ('public' as const) : ('unseen' as const) };
  const answer = replyClass ?? UNANSWERED;
  return [
    { measure: 'promise', name: `${state}:${answer}:${carriedOver ? 1 : 0}:${raters}`, ...at, n: 1 },
    ...ANSWERS.filter(({ field }) => raters > 0 && task[field] > 0).map(({ question, rating, field }) => ({
      measure: question,
      name: `${raters}:${rating}`,
      ...at,
      n: task[field],
    })),
    ...(listed && isDone(state)
      ? [
          {
            measure: 'done' as const,
            period: String(task.promisedYear),
            name: `${leadDepartmentId}${answer}${category}`,
            seen: at.seen,
            n: 1,
          },
        ]
      : []),
  ];
}

/** How many rated: everyone answers on handling. */
export const RATERS = RATINGS.map((rating) => `k.${answerColumn('handling', rating)}`).join(' + ');

/** `isEvaluated` for a statement. */
export const IS_EVALUATED = "k.state <> 'evaluating'";

/** How the promises of a cell stand, and by how many each was rated. */
export function readPromiseName(name: string): {
  state: TaskState;
  replyClass: ReplyClass | null;
  carriedOver: boolean;
  raters: number;
} {
  const [state = '', answer = '', carriedOver, raters] = name.split(':');
  return {
    state: state as TaskState,
    replyClass: answered(answer),
    carriedOver: carriedOver === '1',
    raters: Number(raters),
  };
}

/** Which answer to a question a cell counts, of promises that were rated by so many. */
export function readAnswerName(name: string): { raters: number; rating: Rating } {
  const [raters, rating] = name.split(':');
  return { raters: Number(raters), rating: rating as Rating };
}

/** Whose promises of which kind, and how they were answered. */
export function readDoneName(name: string): {
  departmentId: string;
  replyClass: ReplyClass | null;
  category: TopicCategory;
} {
  return {
    departmentId: name.slice(0, ID_LENGTH),
    replyClass: answered(name.charAt(ID_LENGTH)),
    category: name.slice(ID_LENGTH + 1) as TopicCategory,
  };
}

const answered = (answer: string): ReplyClass | null => REPLY_CLASSES.find((one) => one === answer) ?? null;

/** The same of the promises of a township, whatever the cells say: statements with one parameter each. */
export function promiseRecounts(sql: {
  /** Joins expressions to one text. */
  joined(...parts: readonly string[]): string;
  month(moment: string): string;
}): string[] {
  const raters = `(CASE WHEN ${IS_EVALUATED} THEN ${RATERS} ELSE 0 END)`;
  const seen = "CASE WHEN k.listed = 1 THEN 'public' ELSE 'unseen' END";
  const answer = `COALESCE(k.reply_class, '${UNANSWERED}')`;
  const part = (measure: string, period: string, name: string, n: string, condition: string) =>
    `SELECT '${measure}' AS measure, ${period} AS period, ${name} AS name, ${seen} AS seen, ${n} AS n
     FROM tasks k WHERE k.township = ? AND k.parent_id IS NULL AND ${condition} GROUP BY period, name, seen`;
  const month = sql.month('k.created_at');
  const done = LIGHT_STATES.done.map((state) => `'${state}'`).join(', ');
  return [
    part(
      'promise',
      month,
      sql.joined('k.state', "':'", answer, "':'", 'k.carried_over', "':'", raters),
      'COUNT(*)',
      '1 = 1',
    ),
    ...ANSWERS.map(({ question, rating }) => {
      const column = `k.${answerColumn(question, rating)}`;
      const name = sql.joined(raters, `':${rating}'`);
      return part(question, month, name, `SUM(${column})`, `${column} > 0 AND ${raters} > 0`);
    }),
    part(
      'done',
      'CAST(k.promised_year AS CHAR(4))',
      sql.joined('k.lead_department_id', answer, 'k.category'),
      'COUNT(*)',
      `k.listed = 1 AND k.state IN (${done})`,
    ),
  ];
}
