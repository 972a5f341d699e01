import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { TopicShortlistDto } from '../topics/topics.dto.js';
import { PlanReview } from './plan-review.service.js';

/** A move of a topic that needs to know plans, which topics do not. */
@ApiTags('topic moves')
@Controller('topics/:id')
export class ShortlistController {
  constructor(private readonly review: PlanReview) {}

  @Post('shortlist')
  @HttpCode(200)
  @Requires('topic.shortlist')
  shortlist(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { planId }: TopicShortlistDto) {
    return this.review.shortlist(ctx, id, planId);
  }
}
