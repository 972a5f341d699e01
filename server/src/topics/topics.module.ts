import { Global, Module } from '@nestjs/common';
import { Cosigns } from './cosigns.service.js';
import { SimilarTopics } from './similar-topics.service.js';
import { TopicAccess } from './topic-access.js';
import { TopicContent } from './topic-content.js';
import { TopicDetails } from './topic-detail.service.js';
import { TopicLists } from './topic-lists.service.js';
import { TopicMerging } from './topic-merging.service.js';
import { TopicMovesController } from './topic-moves.controller.js';
import { TopicMoves } from './topic-moves.js';
import { TopicNextSteps } from './topic-next-step.js';
import { TopicPageRepository } from './topic-page.repository.js';
import { TopicRaising } from './topic-raising.service.js';
import { TopicResuming } from './topic-resuming.service.js';
import { TopicScreening } from './topic-screening.service.js';
import { TopicSummaries } from './topic-summaries.js';
import { TopicsController } from './topics.controller.js';
import { TopicsRepository } from './topics.repository.js';

@Global()
@Module({
  controllers: [TopicsController, TopicMovesController],
  providers: [
    Cosigns,
    SimilarTopics,
    TopicAccess,
    TopicContent,
    TopicDetails,
    TopicMerging,
    TopicResuming,
    TopicLists,
    TopicMoves,
    TopicNextSteps,
    TopicPageRepository,
    TopicRaising,
    TopicScreening,
    TopicSummaries,
    TopicsRepository,
  ],
  exports: [TopicAccess, TopicDetails, TopicMoves, TopicNextSteps, TopicSummaries, TopicsRepository],
})
export class TopicsModule {}
