import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { LiveController } from './live.controller.js';
import { LiveChair } from './live-chair.service.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LiveLog } from './live-log.js';
import { LivePart } from './live-part.service.js';
import { LivePresences } from './live-presences.js';
import { LiveRecords } from './live-records.js';
import { LiveRoomHands } from './live-room-hands.service.js';
import { LiveSignals } from './live-signals.js';
import { LiveStates } from './live-states.js';
import { LiveSteps } from './live-steps.js';
import { LiveViews } from './live-view.service.js';
import { LiveAdmissions } from './watch/live-admissions.js';
import { LiveBus, NoBus } from './watch/live-bus.js';
import { LiveGate } from './watch/live-gate.js';
import { LiveHub } from './watch/live-hub.js';
import { LiveSockets } from './watch/live-sockets.js';
import { RedisBus } from './watch/redis-bus.js';

@Global()
@Module({
  controllers: [LiveController],
  providers: [
    {
      provide: LiveBus,
      inject: [CONFIG],
      useFactory: ({ redisUrl }: Config) => (redisUrl === null ? new NoBus() : new RedisBus(redisUrl)),
    },
    LiveAdmissions,
    LiveChair,
    LiveEntriesRepository,
    LiveGate,
    LiveHub,
    LiveLog,
    LivePart,
    LivePresences,
    LiveRecords,
    LiveRoomHands,
    LiveSignals,
    LiveSockets,
    LiveStates,
    LiveSteps,
    LiveViews,
  ],
  exports: [LiveLog, LiveRecords],
})
export class LiveModule {}
