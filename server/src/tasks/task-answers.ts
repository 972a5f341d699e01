import {
  EVALUATION_QUESTIONS,
  type EvaluationQuestion,
  type QuestionCounts,
  RATINGS,
  type Rating,
} from '@consult/shared';
import { snake } from '../database/naming.js';
import type { TaskEntity } from './task.entity.js';

/** Where a task keeps how many gave which answer in the evaluation that runs or ran last. */
export const ANSWER_FIELDS = {
  process: { satisfied: 'processSatisfied', fair: 'processFair', dissatisfied: 'processDissatisfied' },
  result: { satisfied: 'resultSatisfied', fair: 'resultFair', dissatisfied: 'resultDissatisfied' },
  handling: { satisfied: 'satisfied', fair: 'fair', dissatisfied: 'dissatisfied' },
} as const satisfies Record<EvaluationQuestion, Record<Rating, keyof TaskEntity>>;

export type AnswerField = (typeof ANSWER_FIELDS)[EvaluationQuestion][Rating];
export type TaskAnswers = Pick<TaskEntity, AnswerField>;

/** The same where a statement asks for them. */
export const answerColumn = (question: EvaluationQuestion, rating: Rating): string =>
  snake(ANSWER_FIELDS[question][rating]);

/** Answers as a task keeps them. @param counts left out: nobody has answered */
export function taskAnswers(counts?: QuestionCounts): TaskAnswers {
  return Object.fromEntries(
    EVALUATION_QUESTIONS.flatMap((question) =>
      RATINGS.map((rating) => [ANSWER_FIELDS[question][rating], counts?.[question][rating] ?? 0]),
    ),
  ) as TaskAnswers;
}
