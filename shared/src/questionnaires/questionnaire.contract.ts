import type { Question, SheetAnswer } from './questionnaire.rules.js';
import type { QuestionnaireAction, QuestionnaireState } from './questionnaire.states.js';

/** POST /research/:id/questionnaires */
export interface QuestionnaireInput {
  title: string;
  intro: string;
  /** Nobody can tell whose an answer is; fixed once it is open. */
  anonymous: boolean;
  /** ms since 1970 */
  closesAt: number;
  questions: Question[];
}

/** PUT /questionnaires/:id, before it is open. */
export interface QuestionnaireEdit extends QuestionnaireInput {
  revision: number;
}

export interface QuestionnaireSummary {
  id: string;
  title: string;
  state: QuestionnaireState;
  anonymous: boolean;
  closesAt: number;
  /** How many have answered; null where that few are not told. */
  answers: number | null;
}

export interface QuestionnaireDetail extends QuestionnaireSummary {
  township: string;
  townshipName: string;
  intro: string;
  questions: Question[];
  researchId: string;
  /** Answers are taken now. */
  takesAnswers: boolean;
  /** The viewer has answered; false for visitors. */
  answered: boolean;
  /** The viewer may read the counts; they can still be too few to show. */
  canSeeResults: boolean;
  /** The viewer looks after it: sees its draft, what was written, and the table. */
  handles: boolean;
  canEdit: boolean;
  revision: number;
  actions: QuestionnaireAction[];
}

/** POST /questionnaires/:id/answers. The first sheet of a person counts; sending another changes nothing. */
export interface SheetInput {
  answers: SheetAnswer[];
}

export interface SheetReceipt {
  /** False: this person's sheet was there already, and stands. */
  counted: boolean;
}

export interface QuestionResult {
  questionId: string;
  title: string;
  kind: Question['kind'];
  /** How many answered it. */
  answered: number;
  choices: { label: string; count: number }[];
  /** Of a scale. */
  mean: number | null;
}

/** GET /questionnaires/:id/results */
export type QuestionnaireResults =
  | {
      shown: false;
      /** How many sheets it takes. */
      minimum: number;
      /** Until when more are taken, before which nothing is shown, ms since 1970; null: it is over. */
      openUntil: number | null;
    }
  | { shown: true; answers: number; questions: QuestionResult[] };

/** One row of GET /questionnaires/:id/questions/:questionId/texts, for whoever looks after it. */
export interface WrittenAnswer {
  text: string;
  /** Null of an anonymous questionnaire. */
  name: string | null;
}
