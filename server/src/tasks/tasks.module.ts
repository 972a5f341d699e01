import { Global, Module } from '@nestjs/common';
import { AssigningController } from './assigning.controller.js';
import { CountyLights } from './county-lights.js';
import { EvaluationRounds } from './proof/evaluation-rounds.js';
import { EvaluationSample } from './proof/evaluation-sample.js';
import { LookBackAsking } from './proof/look-back-asking.js';
import { LookBackPlan } from './proof/look-back-plan.js';
import { LookBacks } from './proof/look-backs.service.js';
import { MyAsks } from './proof/my-asks.repository.js';
import { ProofController } from './proof/proof.controller.js';
import { ProofContent } from './proof/proof-content.js';
import { ProofViews } from './proof/proof-view.js';
import { TaskAsked } from './proof/task-asked.js';
import { TaskReplies } from './proof/task-replies.service.js';
import { TaskReviews } from './proof/task-reviews.service.js';
import { TaskVisits } from './proof/task-visits.service.js';
import { TaskAccess } from './task-access.js';
import { TaskAssigning } from './task-assigning.service.js';
import { TaskClocks } from './task-clocks.service.js';
import { TaskDependencies } from './task-dependencies.service.js';
import { TaskDetails } from './task-detail.service.js';
import { TaskEscalations } from './task-escalations.js';
import { TaskEvaluation } from './task-evaluation.service.js';
import { TaskFunds } from './task-funds.service.js';
import { TaskGranting } from './task-granting.js';
import { TaskHanding } from './task-handing.service.js';
import { TaskHandling } from './task-handling.service.js';
import { TaskLists } from './task-lists.service.js';
import { TaskMaking } from './task-making.service.js';
import { TaskMilestones } from './task-milestones.service.js';
import { TaskMovesController } from './task-moves.controller.js';
import { TaskMoves } from './task-moves.js';
import { TaskNotes } from './task-notes.js';
import { TaskParts } from './task-parts.service.js';
import { TaskPartsPausing } from './task-parts-pausing.js';
import { TaskPausing } from './task-pausing.service.js';
import { TaskPhotos } from './task-photos.service.js';
import { TaskProgress } from './task-progress.js';
import { TaskReporting } from './task-reporting.service.js';
import { TaskRequests } from './task-requests.service.js';
import { TaskStructureController } from './task-structure.controller.js';
import { TaskStructureReader } from './task-structure-reader.js';
import { TaskSummaries } from './task-summaries.js';
import { TaskSupervisionController } from './task-supervision.controller.js';
import { TaskSupervision } from './task-supervision.service.js';
import { TaskTimeController } from './task-time.controller.js';
import { TaskTimeline } from './task-timeline.js';
import { TaskUpdates } from './task-updates.js';
import { TaskUrging } from './task-urging.service.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';

@Global()
@Module({
  controllers: [
    AssigningController,
    TasksController,
    TaskMovesController,
    TaskStructureController,
    TaskSupervisionController,
    TaskTimeController,
    ProofController,
  ],
  providers: [
    EvaluationRounds,
    EvaluationSample,
    LookBackAsking,
    LookBackPlan,
    LookBacks,
    MyAsks,
    ProofContent,
    ProofViews,
    TaskAsked,
    TaskReplies,
    TaskReviews,
    TaskVisits,
    CountyLights,
    TaskAccess,
    TaskAssigning,
    TaskDependencies,
    TaskClocks,
    TaskDetails,
    TaskEscalations,
    TaskEvaluation,
    TaskFunds,
    TaskGranting,
    TaskHanding,
    TaskHandling,
    TaskLists,
    TaskMaking,
    TaskMilestones,
    TaskMoves,
    TaskNotes,
    TaskParts,
    TaskPhotos,
    TaskProgress,
    TaskReporting,
    TaskStructureReader,
    TaskSupervision,
    TaskTimeline,
    TaskPartsPausing,
    TaskPausing,
    TaskRequests,
    TaskUpdates,
    TaskUrging,
    TaskSummaries,
    TasksRepository,
  ],
  exports: [CountyLights, TaskAccess, TaskDetails, TaskSummaries, TasksRepository],
})
export class TasksModule {}
