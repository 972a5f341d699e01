import { type SheetAnswer, type SheetReceipt, sheetProblem, takesAnswers } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { QuestionnaireAnsweredEntity, QuestionnaireEntity, QuestionnaireSheetEntity } from './questionnaire.entity.js';
import { QuestionnaireAccess } from './questionnaire-access.js';
import type { SheetInputDto } from './questionnaires.dto.js';
import { randomId } from './random-id.js';
import { Tallies } from './tallies.repository.js';

/** Taking in answers: one sheet a person, and of an anonymous one nothing that leads back to them. */
@Injectable()
export class QuestionnaireAnswering {
  constructor(
    private readonly access: QuestionnaireAccess,
    private readonly tallies: Tallies,
    private readonly words: BlockedWords,
  ) {}

  /**
   * The first sheet of a person counts. Another one, as after an answer that got lost, changes nothing and is told so:
   * it is not compared with the first, which of an anonymous questionnaire nobody could find.
   * @throws ITEM.NOT_FOUND, QUESTIONNAIRE.NOT_OPEN, REQUEST.INVALID naming the question, CONTENT.BLOCKED_WORD
   */
  async answer(ctx: RequestContext, id: string, input: SheetInputDto): Promise<SheetReceipt> {
    const { questionnaire } = await this.access.lock(ctx, id);
    const { questions, anonymous, township } = questionnaire;
    const personId = actorOf(ctx).id;
    const mark = { questionnaireId: id, personId };
    if (await ctx.db.existsBy(QuestionnaireAnsweredEntity, mark)) return { counted: false };
    if (!takesAnswers(questionnaire, ctx.now)) throw new CodedError('QUESTIONNAIRE.NOT_OPEN');
    const answers = input.answers.map(({ questionId, values }): SheetAnswer => ({ questionId, values }));
    const problem = sheetProblem(questions, answers);
    if (problem !== null) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: problem.questionId, message: problem.message }] });
    }
    const given = answers.filter(({ values }) => values.some((value) => value.trim() !== ''));
    const written = given.filter(({ questionId }) => questions.find((q) => q.id === questionId)?.kind === 'text');
    await this.words.refuse(
      ctx,
      township,
      written.flatMap(({ values }) => values),
    );
    await ctx.db.insert(QuestionnaireAnsweredEntity, mark);
    await ctx.db.insert(QuestionnaireSheetEntity, {
      questionnaireId: id,
      id: randomId(),
      personId: anonymous ? null : personId,
      answers: given,
    });
    await this.tallies.count(ctx.db, id, questions, given);
    await ctx.db.increment(QuestionnaireEntity, { id }, 'answers', 1);
    return { counted: true };
  }
}
