import { lengthOf } from '../text/text.js';
import { DAY_MS } from '../time/china-time.js';
import type { QuestionnaireState } from './questionnaire.states.js';

export const QUESTION_KINDS = ['single', 'multiple', 'scale', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export const QUESTION_KIND_LABELS: Readonly<Record<QuestionKind, string>> = {
  single: '单选',
  multiple: '多选',
  scale: '打分',
  text: '填写',
};

/** The marks of a scale, the lowest first. */
export const SCALE = ['1', '2', '3', '4', '5'] as const;

export interface Question {
  /** Made by whoever adds it, unique in the questionnaire. */
  id: string;
  kind: QuestionKind;
  title: string;
  required: boolean;
  /** Of a single or multiple choice; empty of the others. */
  options: string[];
}

/** One question's answer: positions of options from '0', a mark of the scale, or what was written. */
export interface SheetAnswer {
  questionId: string;
  values: string[];
}

export const QUESTIONNAIRE_LIMITS = {
  titleMin: 4,
  titleMax: 60,
  introMax: 500,
  questionsMax: 20,
  questionIdMax: 36,
  questionMax: 100,
  optionsMin: 2,
  optionsMax: 12,
  optionMax: 40,
  textMax: 300,
  /** How long one may take answers. */
  longestDays: 90,
  perResearch: 10,
} as const;

/** What is wrong with a question, in words for whoever builds it; null: nothing. */
export function questionProblem({ kind, options }: Pick<Question, 'kind' | 'options'>): string | null {
  const hasOptions = kind === 'single' || kind === 'multiple';
  if (!hasOptions) return options.length === 0 ? null : '这种题目没有选项';
  if (options.length < QUESTIONNAIRE_LIMITS.optionsMin) return `至少要有 ${QUESTIONNAIRE_LIMITS.optionsMin} 个选项`;
  return new Set(options).size === options.length ? null : '选项不能重复';
}

/** What is wrong with one answer, in words for whoever gives it; null: nothing. */
export function answerProblem(question: Question, values: readonly string[]): string | null {
  if (values.length === 0) return question.required ? '这一题要回答' : null;
  switch (question.kind) {
    case 'single':
      return values.length === 1 && isOption(question, values[0]) ? null : '请选一项';
    case 'multiple':
      return new Set(values).size === values.length && values.every((value) => isOption(question, value))
        ? null
        : '请从选项中选择';
    case 'scale':
      return values.length === 1 && (SCALE as readonly string[]).includes(values[0] ?? '') ? null : '请打 1 到 5 分';
    case 'text': {
      const [text = ''] = values;
      if (values.length > 1) return '请填写文字';
      if (text.trim() === '') return question.required ? '这一题要回答' : null;
      return lengthOf(text) <= QUESTIONNAIRE_LIMITS.textMax ? null : `不能超过 ${QUESTIONNAIRE_LIMITS.textMax} 个字`;
    }
  }
}

function isOption({ options }: Question, value: string | undefined): boolean {
  return (
    value !== undefined && /^\d{1,2}$/.test(value) && String(Number(value)) === value && Number(value) < options.length
  );
}

/** The first question that is not answered as it asks, with what is wrong; null: the sheet can be sent. */
export function sheetProblem(
  questions: readonly Question[],
  answers: readonly SheetAnswer[],
): { questionId: string; message: string } | null {
  const known = new Set(questions.map(({ id }) => id));
  const given = new Map(answers.map(({ questionId, values }) => [questionId, values]));
  const stranger = answers.find(({ questionId }) => !known.has(questionId));
  if (stranger !== undefined) return { questionId: stranger.questionId, message: '没有这道题' };
  if (given.size !== answers.length) return { questionId: answers[0]?.questionId ?? '', message: '一道题只能答一次' };
  for (const question of questions) {
    const message = answerProblem(question, given.get(question.id) ?? []);
    if (message !== null) return { questionId: question.id, message };
  }
  return null;
}

/** The choices of a question that are counted, in their order; none for what is written. */
export function choicesOf({ kind, options }: Question): string[] {
  if (kind === 'text') return [];
  return kind === 'scale' ? [...SCALE] : options.map((_, position) => String(position));
}

/** What a counted choice is called. */
export function choiceLabel({ kind, options }: Question, choice: string): string {
  return kind === 'scale' ? `${choice} 分` : (options[Number(choice)] ?? '');
}

/** The mean of a scale to one decimal; null without answers. @param counts in the order of SCALE */
export function meanOf(counts: readonly number[]): number | null {
  const answered = counts.reduce((sum, n) => sum + n, 0);
  if (answered === 0) return null;
  const total = counts.reduce((sum, n, i) => sum + n * Number(SCALE[i] ?? 0), 0);
  return Math.round((total / answered) * 10) / 10;
}

/** The share of `n` in `of` in whole percent. */
export function percent(n: number, of: number): number {
  return of === 0 ? 0 : Math.round((n / of) * 100);
}

/** Whether answers are taken now. */
export function takesAnswers(
  { state, closesAt }: { state: QuestionnaireState; closesAt: number },
  now: number,
): boolean {
  return state === 'open' && now < closesAt;
}

/** Whether the counts are out for everyone: once no more answers are taken. */
export function resultsAreOut(
  { state, closesAt }: { state: QuestionnaireState; closesAt: number },
  now: number,
): boolean {
  return state === 'closed' || (state === 'open' && now >= closesAt);
}

/**
 * Who sees results of `answers` sheets. Of few sheets a count would say who gave which: the public never sees fewer
 * than the township's threshold, and of an anonymous questionnaire nobody does. Nor does anybody see those of an anonymous
 * one that still takes answers: who looks before and after somebody has answered would know what that one said.
 * @param over whether no more answers are taken, see resultsAreOut
 */
export function seesResults(
  { anonymous, answers, over }: { anonymous: boolean; answers: number; over: boolean },
  minimum: number,
  isStaff: boolean,
): boolean {
  if (anonymous && !over) return false;
  return answers >= minimum || (isStaff && !anonymous);
}

/** What is wrong with the moment a questionnaire closes, or null. */
export function closingProblem(closesAt: number, now: number): 'QUESTIONNAIRE.BAD_CLOSING' | null {
  const isGood = closesAt > now && closesAt <= now + QUESTIONNAIRE_LIMITS.longestDays * DAY_MS;
  return isGood ? null : 'QUESTIONNAIRE.BAD_CLOSING';
}

/** What the form says of whose answers they are, as it is. */
export const ANONYMITY_NOTES = {
  anonymous:
    '这份问卷不记名。登录只用来保证每人一份：系统记下您答过，另外存下答案，两边没有编号、时间或先后可以对上，工作人员在系统里查不出哪份是您的。请不要在填写题里写姓名、电话。',
  named: '这份问卷记名。您的姓名和答案会一起存下，只给负责调研的工作人员看；公布时只有各项的数字。',
} as const;

/** The words of an answer in a table; several choices with ； between. */
export function answerWords(question: Question, values: readonly string[]): string {
  if (question.kind === 'text') return values[0] ?? '';
  return values.map((value) => (question.kind === 'scale' ? value : choiceLabel(question, value))).join('；');
}
