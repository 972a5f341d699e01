import { Global, Module } from '@nestjs/common';
import { MINUTES_PUBLISHED } from '../minutes/minutes-published.js';
import { OutcomeAccess } from './outcome-access.js';
import { OutcomeDetails } from './outcome-detail.service.js';
import { OutcomeDrafting } from './outcome-drafting.service.js';
import { OutcomeLists } from './outcome-lists.service.js';
import { OutcomeMoves } from './outcome-moves.js';
import { OutcomeSummaries } from './outcome-summaries.js';
import { OutcomeWriting } from './outcome-writing.service.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesRepository } from './outcomes.repository.js';

@Global()
@Module({
  controllers: [OutcomesController],
  providers: [
    OutcomeAccess,
    OutcomeDetails,
    OutcomeDrafting,
    OutcomeLists,
    OutcomeMoves,
    OutcomeSummaries,
    OutcomeWriting,
    OutcomesRepository,
    {
      provide: MINUTES_PUBLISHED,
      useFactory: (drafting: OutcomeDrafting) => [drafting],
      inject: [OutcomeDrafting],
    },
  ],
  exports: [MINUTES_PUBLISHED, OutcomeAccess, OutcomeDetails, OutcomeMoves, OutcomeSummaries],
})
export class OutcomesModule {}
