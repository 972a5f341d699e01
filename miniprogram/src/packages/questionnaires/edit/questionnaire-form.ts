import {
  addDays,
  chinaDate,
  closingProblem,
  endOfChinaDay,
  errorMessage,
  lengthOf,
  QUESTIONNAIRE_LIMITS,
  type Question,
  type QuestionKind,
  type QuestionnaireDetail,
  type QuestionnaireInput,
  questionProblem,
} from '@consult/shared';
import { filledLines } from '@/components/TextListField';
import { uuid } from '@/utils/uuid';

/** What is filled in so far; options may still hold empty lines. */
export interface QuestionnaireForm {
  revision: number;
  title: string;
  intro: string;
  anonymous: boolean;
  closesAt: number | null;
  questions: Question[];
}

const USUAL_DAYS = 10;

export const takesOptions = (kind: QuestionKind): boolean => kind === 'single' || kind === 'multiple';

export function newQuestion(kind: QuestionKind): Question {
  return { id: uuid(), kind, title: '', required: kind !== 'text', options: takesOptions(kind) ? ['', ''] : [] };
}

export function newQuestionnaire(now: number): QuestionnaireForm {
  return {
    revision: 0,
    title: '',
    intro: '',
    anonymous: true,
    closesAt: endOfChinaDay(addDays(chinaDate(now), USUAL_DAYS)),
    questions: [newQuestion('single')],
  };
}

export function formOf(questionnaire: QuestionnaireDetail): QuestionnaireForm {
  const { revision, title, intro, anonymous, closesAt, questions } = questionnaire;
  return { revision, title, intro, anonymous, closesAt, questions };
}

/** A question as it is sent and shown. */
export const plainQuestion = (question: Question): Question => ({
  ...question,
  title: question.title.trim(),
  options: takesOptions(question.kind) ? filledLines(question.options) : [],
});

/** What is missing or wrong, by field; of a question under its id. */
export function problemsOf(form: QuestionnaireForm, now: number): Record<string, string> {
  const problems: Record<string, string> = {};
  const { titleMin, longestDays } = QUESTIONNAIRE_LIMITS;
  if (lengthOf(form.title.trim()) < titleMin) problems.title = `至少 ${titleMin} 个字`;
  const closing = form.closesAt === null ? 'QUESTIONNAIRE.BAD_CLOSING' : closingProblem(form.closesAt, now);
  if (closing !== null) problems.closesAt = errorMessage(closing, { days: longestDays });
  if (form.questions.length === 0) problems.questions = '至少出一道题';
  for (const question of form.questions.map(plainQuestion)) {
    const problem = question.title === '' ? '请写题目' : questionProblem(question);
    if (problem !== null) problems[question.id] = problem;
  }
  return problems;
}

/** The form as it is sent; call it only when problemsOf finds none. */
export function inputOf({ title, intro, anonymous, closesAt, questions }: QuestionnaireForm): QuestionnaireInput {
  return { title, intro, anonymous, closesAt: closesAt ?? 0, questions: questions.map(plainQuestion) };
}

/** The list with the item at `from` moved by one. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  const [item] = list.slice(from, from + 1);
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
