import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../../common/context/request-context.js';
import { Post } from '../../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../../common/validation/common.dto.js';
import { NeedsPhone } from '../../people/obligations.decorators.js';
import { LookBacks } from './look-backs.service.js';
import { LookBackAnswerDto, LookBackReplyDto, TaskReviewDto, TaskVisitDto, TaskVisitorAskDto } from './proof.dto.js';
import { TaskReviews } from './task-reviews.service.js';
import { TaskVisits } from './task-visits.service.js';

/** What shows whether a promise is kept, and whether it stays so. */
@ApiTags('task proof')
@Controller('tasks/:id')
export class ProofController {
  constructor(
    private readonly visits: TaskVisits,
    private readonly reviews: TaskReviews,
    private readonly lookBacks: LookBacks,
  ) {}

  @Post('visit')
  @HttpCode(200)
  @Requires('task.visit')
  @NeedsPhone()
  visit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskVisitDto) {
    return this.visits.record(ctx, id, body);
  }

  @Post('ask-visitor')
  @HttpCode(200)
  @Requires('task.ask_visit')
  askVisitor(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { personId }: TaskVisitorAskDto) {
    return this.visits.ask(ctx, id, personId);
  }

  /** 复核: from long-term watch or a review date back into it. */
  @Post('review')
  @HttpCode(200)
  @Requires('task.review')
  review(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskReviewDto) {
    return this.reviews.review(ctx, id, body);
  }

  @Post('close')
  @HttpCode(200)
  @Requires('task.close')
  close(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.reviews.close(ctx, id, reason);
  }

  @Post('look-back')
  @HttpCode(200)
  @Requires('task.look_back')
  @NeedsPhone()
  lookBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LookBackAnswerDto) {
    return this.lookBacks.answer(ctx, id, body);
  }

  @Post('look-back-reply')
  @HttpCode(200)
  @Requires('task.answer_look_back')
  reply(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LookBackReplyDto) {
    return this.lookBacks.reply(ctx, id, body);
  }

  @Post('reopen')
  @HttpCode(200)
  @Requires('task.reopen')
  reopen(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.lookBacks.reopenBy(ctx, id, reason);
  }
}
