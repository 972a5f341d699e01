import {
  allowedActions,
  holds,
  type QuestionnaireDetail,
  questionnaireMachine,
  resultsAreOut,
  takesAnswers,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { QuestionnaireAnsweredEntity } from './questionnaire.entity.js';
import { QuestionnaireAccess } from './questionnaire-access.js';
import { questionnaireSummary } from './questionnaire-summaries.js';

/** The form, and what this viewer may do with it. */
@Injectable()
export class QuestionnaireDetails {
  constructor(
    private readonly access: QuestionnaireAccess,
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<QuestionnaireDetail> {
    const { questionnaire, view, held, handles } = await this.access.get(ctx, id);
    const { township, intro, questions, researchId, revision, state } = questionnaire;
    const [region, settings, answered] = await Promise.all([
      this.regions.names(),
      this.settings.of(ctx.db, township),
      ctx.actor !== null &&
        ctx.db.existsBy(QuestionnaireAnsweredEntity, { questionnaireId: id, personId: ctx.actor.id }),
    ]);
    return {
      ...questionnaireSummary(questionnaire, view.inside, settings.thresholds.minimumRatings),
      township,
      townshipName: region(township),
      intro,
      questions,
      researchId,
      takesAnswers: takesAnswers(questionnaire, ctx.now),
      answered,
      canSeeResults: (handles && state !== 'draft') || resultsAreOut(questionnaire, ctx.now),
      handles,
      canEdit: state === 'draft' && holds('questionnaire.write', held),
      revision,
      actions: allowedActions(questionnaireMachine, state, held),
    };
  }
}
