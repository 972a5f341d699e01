import { Global, Module } from '@nestjs/common';
import { DoorCodes } from './door-codes.js';
import { GuestSweeper } from './guest-sweeper.js';
import { ListedNames } from './listed-names.js';
import { ParticipantsController } from './participants.controller.js';
import { Participants } from './participants.service.js';
import { RecommendationRecords } from './recommendation-records.js';
import { ReservedSeats } from './reserved-seats.js';
import { Roll } from './roll.service.js';
import { RoomRoll } from './room-roll.js';
import { Seats } from './seats.js';
import { SessionAccess } from './session-access.js';
import { SessionAttendance } from './session-attendance.service.js';
import { SessionCalendar } from './session-calendar.service.js';
import { SessionCalling } from './session-calling.service.js';
import { SessionClashesRepository } from './session-clashes.repository.js';
import { SessionClashes } from './session-clashes.service.js';
import { SessionCompositions } from './session-composition.service.js';
import { SessionCourse } from './session-course.service.js';
import { SessionDetails } from './session-detail.service.js';
import { SessionLists } from './session-lists.service.js';
import { SessionMovesController } from './session-moves.controller.js';
import { SessionMoves } from './session-moves.js';
import { SessionPeople } from './session-people.js';
import { SessionRearranging } from './session-rearranging.service.js';
import { SessionSummaries } from './session-summaries.js';
import { SessionTopics } from './session-topics.js';
import { SessionTopicsRepository } from './session-topics.repository.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { Stakeholders } from './stakeholders.js';
import { WaitingTasks } from './waiting-tasks.js';

@Global()
@Module({
  controllers: [SessionsController, SessionMovesController, ParticipantsController],
  providers: [
    DoorCodes,
    ListedNames,
    GuestSweeper,
    Participants,
    RecommendationRecords,
    ReservedSeats,
    Roll,
    RoomRoll,
    Seats,
    SessionAccess,
    SessionAttendance,
    SessionCalendar,
    SessionCalling,
    SessionClashes,
    SessionClashesRepository,
    SessionCompositions,
    SessionCourse,
    SessionDetails,
    SessionLists,
    SessionMoves,
    SessionPeople,
    SessionRearranging,
    SessionSummaries,
    SessionTopics,
    SessionTopicsRepository,
    SessionsRepository,
    Stakeholders,
    WaitingTasks,
  ],
  exports: [
    ListedNames,
    Seats,
    SessionAccess,
    SessionAttendance,
    SessionMoves,
    SessionPeople,
    SessionSummaries,
    SessionTopicsRepository,
    SessionsRepository,
    Stakeholders,
    WaitingTasks,
  ],
})
export class SessionsModule {}
