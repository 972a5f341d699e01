import { Global, Module } from '@nestjs/common';
import { AfterMinutes } from './after-minutes.js';
import { AgreedTasks } from './agreed-tasks.js';
import { MinutesController } from './minutes.controller.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';
import { MinutesComparisons } from './minutes-comparison.service.js';
import { MinutesDetails } from './minutes-detail.service.js';
import { MinutesDrafting } from './minutes-drafting.service.js';
import { MinutesLists } from './minutes-lists.service.js';
import { MinutesMoves } from './minutes-moves.js';
import { MinutesPhotos } from './minutes-photos.js';
import { MinutesPrefill } from './minutes-prefill.js';
import { MinutesReview } from './minutes-review.service.js';
import { MinutesRevisions } from './minutes-revisions.repository.js';
import { MinutesSignatories } from './minutes-signatories.service.js';
import { MinutesSigning } from './minutes-signing.service.js';
import { MinutesSummaries } from './minutes-summaries.js';
import { MinutesVerificationService } from './minutes-verification.service.js';
import { MinutesWriting } from './minutes-writing.service.js';
import { SessionEndController } from './session-end.controller.js';

@Global()
@Module({
  controllers: [MinutesController, SessionEndController],
  providers: [
    MinutesVerificationService,
    MinutesRevisions,
    MinutesPrefill,
    MinutesPhotos,
    MinutesComparisons,
    AfterMinutes,
    AgreedTasks,
    MinutesAccess,
    MinutesDetails,
    MinutesDrafting,
    MinutesLists,
    MinutesMoves,
    MinutesRepository,
    MinutesReview,
    MinutesSignatories,
    MinutesSigning,
    MinutesSummaries,
    MinutesWriting,
  ],
  exports: [AgreedTasks, MinutesAccess, MinutesDetails, MinutesSummaries],
})
export class MinutesModule {}
