import { Global, Module } from '@nestjs/common';
import { Chance } from './chance.js';
import { MapJob } from './map.job.js';
import { MapMaths } from './map-maths.js';
import { MapRequests } from './map-requests.js';
import { MapStore } from './map-store.js';
import { OpinionMaps } from './opinion-maps.service.js';
import { OpinionOwners } from './opinion-owners.js';
import { OpinionRecords } from './opinion-records.js';
import { OpinionReports } from './opinion-reports.service.js';
import { OpinionStatements } from './opinion-statements.service.js';
import { OpinionVoters } from './opinion-voters.js';
import { OpinionVoting } from './opinion-voting.service.js';
import { OpinionsController } from './opinions.controller.js';
import { RoundAccess } from './round-access.js';
import { RoundCourse } from './round-course.service.js';
import { RoundDetails } from './round-detail.service.js';
import { RoundLists } from './round-lists.service.js';
import { RoundMoves } from './round-moves.js';
import { RoundStarting } from './round-starting.service.js';
import { RoundTurnJob } from './round-turn.job.js';
import { RoundsController } from './rounds.controller.js';
import { RoundsRepository } from './rounds.repository.js';
import { VoteReader } from './vote-reader.js';

@Global()
@Module({
  controllers: [RoundsController, OpinionsController],
  providers: [
    Chance,
    MapJob,
    MapMaths,
    MapRequests,
    MapStore,
    OpinionMaps,
    OpinionOwners,
    OpinionRecords,
    OpinionReports,
    OpinionStatements,
    OpinionVoters,
    OpinionVoting,
    RoundAccess,
    RoundCourse,
    RoundDetails,
    RoundLists,
    RoundMoves,
    RoundStarting,
    RoundTurnJob,
    RoundsRepository,
    VoteReader,
  ],
  exports: [OpinionReports],
})
export class OpinionModule {}
