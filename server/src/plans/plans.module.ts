import { Module } from '@nestjs/common';
import { PlanAccess } from './plan-access.js';
import { PlanReview } from './plan-review.service.js';
import { PlanSummaries } from './plan-summaries.js';
import { PlansController } from './plans.controller.js';
import { PlansRepository } from './plans.repository.js';
import { Plans } from './plans.service.js';
import { ShortlistController } from './shortlist.controller.js';

@Module({
  controllers: [PlansController, ShortlistController],
  providers: [PlanAccess, PlanReview, PlanSummaries, Plans, PlansRepository],
})
export class PlansModule {}
