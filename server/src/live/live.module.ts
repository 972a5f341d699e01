import { Global, Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveChair } from './live-chair.service.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LiveLog } from './live-log.js';
import { LivePart } from './live-part.service.js';
import { LivePresences } from './live-presences.js';
import { LiveRecords } from './live-records.js';
import { LiveSignals } from './live-signals.js';
import { LiveStates } from './live-states.js';
import { LiveSteps } from './live-steps.js';
import { LiveViews } from './live-view.service.js';

@Global()
@Module({
  controllers: [LiveController],
  providers: [
    LiveChair,
    LiveEntriesRepository,
    LiveLog,
    LivePart,
    LivePresences,
    LiveRecords,
    LiveSignals,
    LiveStates,
    LiveSteps,
    LiveViews,
  ],
  exports: [LiveLog, LiveRecords],
})
export class LiveModule {}
