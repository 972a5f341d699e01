import type { QuestionnaireSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Settings } from '../regions/settings.service.js';
import type { ResearchInView } from '../research/research-access.js';
import { QuestionnaireEntity } from './questionnaire.entity.js';
import { isForEveryone } from './questionnaire-access.js';

/** Questionnaires as their research lists them. */
@Injectable()
export class QuestionnaireSummaries {
  constructor(private readonly settings: Settings) {}

  /** Those of a research that this viewer may see, newest first. */
  async ofResearch(ctx: RequestContext, view: ResearchInView): Promise<QuestionnaireSummary[]> {
    const rows = await ctx.db.find(QuestionnaireEntity, {
      where: { researchId: view.research.id },
      order: { id: 'DESC' },
    });
    const { minimumRatings } = (await this.settings.of(ctx.db, view.research.township)).thresholds;
    return rows
      .filter((row) => (view.inside ? row.state !== 'dropped' : isForEveryone(row, view)))
      .map((row) => questionnaireSummary(row, view.inside, minimumRatings));
  }
}

/** @param inside how many have answered is told from the first one */
export function questionnaireSummary(row: QuestionnaireEntity, inside: boolean, minimum: number): QuestionnaireSummary {
  const { id, title, state, anonymous, closesAt, answers } = row;
  return { id, title, state, anonymous, closesAt, answers: inside || answers >= minimum ? answers : null };
}
