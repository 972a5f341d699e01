import {
  answerWords,
  BYTE_ORDER_MARK,
  choiceLabel,
  choicesOf,
  csvField,
  meanOf,
  type Page,
  type QuestionnaireResults,
  type QuestionResult,
  resultsAreOut,
  seesResults,
  type WrittenAnswer,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { PeopleRepository } from '../people/people.repository.js';
import { Settings } from '../regions/settings.service.js';
import { QuestionnaireSheetEntity } from './questionnaire.entity.js';
import { QuestionnaireAccess, type QuestionnaireInView } from './questionnaire-access.js';
import { Tallies } from './tallies.repository.js';

/** More sheets than this are not put into one table. */
const ROWS_MAX = 10_000;
/** Sheets that are looked through for one page of what was written. */
const LOOK_THROUGH = 500;

/** What came of a questionnaire: counts for everyone once it is over, words for whoever looks after it. */
@Injectable()
export class QuestionnaireOutcome {
  constructor(
    private readonly access: QuestionnaireAccess,
    private readonly tallies: Tallies,
    private readonly settings: Settings,
    private readonly people: PeopleRepository,
  ) {}

  /** @throws ITEM.NOT_FOUND, also for others while answers are taken */
  async results(ctx: RequestContext, id: string): Promise<QuestionnaireResults> {
    const seen = await this.access.get(ctx, id);
    const { questionnaire, handles } = seen;
    const over = resultsAreOut(questionnaire, ctx.now);
    if (!handles && !over) throw notFound();
    const minimum = await this.minimum(ctx, seen);
    if (!seesResults({ ...questionnaire, over }, minimum, handles)) {
      return { shown: false, minimum, openUntil: over ? null : questionnaire.closesAt };
    }
    const count = await this.tallies.of(ctx.db, id);
    const questions = questionnaire.questions.map((question): QuestionResult => {
      const counts = choicesOf(question).map((choice) => count(question.id, choice));
      return {
        questionId: question.id,
        title: question.title,
        kind: question.kind,
        answered: count(question.id),
        choices: choicesOf(question).map((choice, i) => ({
          label: choiceLabel(question, choice),
          count: counts[i] ?? 0,
        })),
        mean: question.kind === 'scale' ? meanOf(counts) : null,
      };
    });
    return { shown: true, answers: questionnaire.answers, questions };
  }

  /** What was written to one question, in the order of the sheets, which is none. @throws ITEM.NOT_FOUND */
  async texts(ctx: RequestContext, id: string, questionId: string, query: PageQueryDto): Promise<Page<WrittenAnswer>> {
    const { questionnaire } = await this.handled(ctx, id);
    const question = questionnaire.questions.find(({ id: one, kind }) => one === questionId && kind === 'text');
    if (question === undefined) throw notFound();
    const rows: { id: string; person_id: string | null; answers: string }[] = await ctx.db.query(
      `SELECT id, person_id, answers FROM questionnaire_sheets
       WHERE questionnaire_id = ? AND id > ? ORDER BY id LIMIT ${LOOK_THROUGH}`,
      [id, query.after ?? ''],
    );
    const found = rows.flatMap((row) => {
      const answers = JSON.parse(row.answers) as QuestionnaireSheetEntity['answers'];
      const text = answers.find((answer) => answer.questionId === questionId)?.values[0];
      return text === undefined ? [] : [{ id: row.id, personId: row.person_id, text }];
    });
    const page = found.slice(0, query.limit);
    const name = await this.people.names(
      ctx.db,
      page.flatMap(({ personId }) => (personId === null ? [] : [personId])),
    );
    const last = found.length > query.limit ? page.at(-1) : rows.length === LOOK_THROUGH ? rows.at(-1) : undefined;
    return {
      items: page.map(({ personId, text }) => ({ text, name: personId === null ? null : name(personId) })),
      nextAfter: last?.id ?? null,
    };
  }

  /** Every sheet as a row of a table, with names where they were given with it. @throws ITEM.NOT_FOUND */
  async table(ctx: RequestContext, id: string): Promise<string> {
    const { questionnaire } = await this.handled(ctx, id);
    const { questions, anonymous } = questionnaire;
    const sheets = await ctx.db.find(QuestionnaireSheetEntity, {
      where: { questionnaireId: id },
      order: { id: 'ASC' },
      take: ROWS_MAX,
    });
    const name = await this.people.names(
      ctx.db,
      sheets.flatMap(({ personId }) => (personId === null ? [] : [personId])),
    );
    const head = [...(anonymous ? [] : ['姓名']), ...questions.map(({ title }, i) => `${i + 1}. ${title}`)];
    const rows = sheets.map(({ personId, answers }) => {
      const values = new Map(answers.map((answer) => [answer.questionId, answer.values]));
      const cells = questions.map((question) => answerWords(question, values.get(question.id) ?? []));
      return anonymous ? cells : [personId === null ? '' : name(personId), ...cells];
    });
    return `${BYTE_ORDER_MARK}${[head, ...rows].map((cells) => cells.map(csvField).join(',')).join('\r\n')}\r\n`;
  }

  /** @throws ITEM.NOT_FOUND; AUTH.FORBIDDEN; QUESTIONNAIRE.STILL_OPEN, QUESTIONNAIRE.TOO_FEW where somebody could be told apart */
  private async handled(ctx: RequestContext, id: string): Promise<QuestionnaireInView> {
    const seen = await this.access.get(ctx, id);
    if (!seen.handles) throw new CodedError('AUTH.FORBIDDEN');
    const minimum = await this.minimum(ctx, seen);
    const over = resultsAreOut(seen.questionnaire, ctx.now);
    if (!seesResults({ ...seen.questionnaire, over }, minimum, true)) {
      throw over ? new CodedError('QUESTIONNAIRE.TOO_FEW', { minimum }) : new CodedError('QUESTIONNAIRE.STILL_OPEN');
    }
    return seen;
  }

  private async minimum(ctx: RequestContext, { questionnaire }: QuestionnaireInView): Promise<number> {
    return (await this.settings.of(ctx.db, questionnaire.township)).thresholds.minimumRatings;
  }
}
