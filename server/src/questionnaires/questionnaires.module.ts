import { Global, Module } from '@nestjs/common';
import { QuestionnaireAccess } from './questionnaire-access.js';
import { QuestionnaireAnswering } from './questionnaire-answering.service.js';
import { QuestionnaireBuilding } from './questionnaire-building.service.js';
import { QuestionnaireDetails } from './questionnaire-detail.service.js';
import { QuestionnaireOutcome } from './questionnaire-results.service.js';
import { QuestionnaireSummaries } from './questionnaire-summaries.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { Tallies } from './tallies.repository.js';

@Global()
@Module({
  controllers: [QuestionnairesController],
  providers: [
    QuestionnaireAccess,
    QuestionnaireAnswering,
    QuestionnaireBuilding,
    QuestionnaireDetails,
    QuestionnaireOutcome,
    QuestionnaireSummaries,
    Tallies,
  ],
  exports: [QuestionnaireAccess, QuestionnaireSummaries],
})
export class QuestionnairesModule {}
