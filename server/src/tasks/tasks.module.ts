import { Global, Module } from '@nestjs/common';
import { AssigningController } from './assigning.controller.js';
import { CountyLights } from './county-lights.js';
import { TaskAccess } from './task-access.js';
import { TaskAssigning } from './task-assigning.service.js';
import { TaskDetails } from './task-detail.service.js';
import { TaskEvaluation } from './task-evaluation.service.js';
import { TaskHandling } from './task-handling.service.js';
import { TaskLists } from './task-lists.service.js';
import { TaskMovesController } from './task-moves.controller.js';
import { TaskMoves } from './task-moves.js';
import { TaskSummaries } from './task-summaries.js';
import { TaskUpdates } from './task-updates.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';

@Global()
@Module({
  controllers: [AssigningController, TasksController, TaskMovesController],
  providers: [
    CountyLights,
    TaskAccess,
    TaskAssigning,
    TaskDetails,
    TaskEvaluation,
    TaskHandling,
    TaskLists,
    TaskMoves,
    TaskUpdates,
    TaskSummaries,
    TasksRepository,
  ],
  exports: [CountyLights, TaskAccess, TaskSummaries],
})
export class TasksModule {}
