import { Global, Module } from '@nestjs/common';
import { BlockedWords } from './blocked-words.service.js';
import { CheckJob } from './check-job.js';
import { CheckSweeper } from './check-sweeper.js';
import { ContentChecks } from './content-checks.service.js';
import { ContentMoves } from './content-moves.js';
import { ContentOwners } from './content-owners.js';
import { MediaVerdicts } from './media-verdicts.js';
import { ModerationController } from './moderation.controller.js';
import { ModerationLog } from './moderation-log.js';
import { ObjectionOwner } from './owners/objection-owner.js';
import { OfficeOwner } from './owners/office-owner.js';
import { PhotoOwner } from './owners/photo-owner.js';
import { RatingOwner } from './owners/rating-owner.js';
import { PublicItems } from './public-items.service.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.service.js';
import { ReviewQueue } from './review-queue.service.js';
import { ReviewTodos } from './review-todos.js';

@Global()
@Module({
  controllers: [ModerationController, ReportsController],
  providers: [
    BlockedWords,
    CheckJob,
    CheckSweeper,
    ContentChecks,
    ContentMoves,
    ContentOwners,
    MediaVerdicts,
    ModerationLog,
    ObjectionOwner,
    OfficeOwner,
    PhotoOwner,
    PublicItems,
    RatingOwner,
    Reports,
    ReviewQueue,
    ReviewTodos,
  ],
  exports: [BlockedWords, ContentChecks, ContentOwners, ModerationLog],
})
export class ModerationModule {}
