import { Global, Module } from '@nestjs/common';
import { ResearchController } from './research.controller.js';
import { ResearchAccess } from './research-access.js';
import { ResearchCourse } from './research-course.service.js';
import { ResearchDetails } from './research-detail.service.js';
import { ResearchGroup } from './research-group.js';
import { ResearchLists } from './research-lists.service.js';
import { ResearchMovesController } from './research-moves.controller.js';
import { ResearchMoves } from './research-moves.js';
import { ResearchPlanning } from './research-planning.service.js';
import { ResearchReporting } from './research-report.service.js';
import { ResearchSubjects } from './research-subjects.repository.js';

@Global()
@Module({
  controllers: [ResearchController, ResearchMovesController],
  providers: [
    ResearchAccess,
    ResearchCourse,
    ResearchDetails,
    ResearchGroup,
    ResearchLists,
    ResearchMoves,
    ResearchPlanning,
    ResearchReporting,
    ResearchSubjects,
  ],
  exports: [ResearchAccess, ResearchSubjects],
})
export class ResearchModule {}
