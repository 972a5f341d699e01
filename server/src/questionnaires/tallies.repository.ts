import { choicesOf, type Question, type SheetAnswer } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { QuestionnaireTallyEntity } from './questionnaire.entity.js';

/** The choice under which it is counted how many answered a question. */
const ANSWERED = '';

/** How often each choice was made, kept as the sheets come in, so that no result reads them all. */
@Injectable()
export class Tallies {
  /** Sets every count to nothing. */
  async begin(db: EntityManager, questionnaireId: string, questions: readonly Question[]): Promise<void> {
    const rows = questions.flatMap((question) =>
      [ANSWERED, ...choicesOf(question)].map((choice) => ({
        questionnaireId,
        questionId: question.id,
        choice,
        count: 0,
      })),
    );
    if (rows.length > 0) await db.insert(QuestionnaireTallyEntity, rows);
  }

  /** Counts a sheet. The questionnaire is held meanwhile, so that counts are not lost and rows locked in any order. */
  async count(
    db: EntityManager,
    questionnaireId: string,
    questions: readonly Question[],
    answers: readonly SheetAnswer[],
  ): Promise<void> {
    for (const { questionId, values } of answers) {
      const isText = questions.find(({ id }) => id === questionId)?.kind === 'text';
      const choices = [ANSWERED, ...(isText ? [] : values)];
      await db.query(
        `UPDATE questionnaire_tallies SET count = count + 1
         WHERE questionnaire_id = ? AND question_id = ? AND choice IN (${choices.map(() => '?').join(', ')})`,
        [questionnaireId, questionId, ...choices],
      );
    }
  }

  /** Question id and choice → how often. */
  async of(db: EntityManager, questionnaireId: string): Promise<(questionId: string, choice?: string) => number> {
    const rows = await db.findBy(QuestionnaireTallyEntity, { questionnaireId });
    const counts = new Map(rows.map((row) => [`${row.questionId}\n${row.choice}`, row.count]));
    return (questionId, choice = ANSWERED) => counts.get(`${questionId}\n${choice}`) ?? 0;
  }
}
