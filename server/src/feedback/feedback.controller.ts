import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { NeedsPhone } from '../people/obligations.decorators.js';
import { FeedbackAnswerDto, FeedbackInputDto, FeedbackParamDto, FeedbackQueryDto } from './feedback.dto.js';
import { Feedback } from './feedback.service.js';

/** 投诉建议 */
@ApiTags('feedback')
@Controller('feedback')
export class FeedbackController {
  constructor(private readonly feedback: Feedback) {}

  @Post()
  @Requires('feedback.give')
  @NeedsPhone()
  give(@Ctx() ctx: RequestContext, @Body() body: FeedbackInputDto) {
    return this.feedback.give(ctx, body);
  }

  @Get('mine')
  @Requires('feedback.mine')
  mine(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.feedback.mine(ctx, query);
  }

  @Get()
  @Requires('moderation.work')
  list(@Ctx() ctx: RequestContext, @Query() query: FeedbackQueryDto) {
    return this.feedback.list(ctx, query);
  }

  @Post(':feedbackId/take')
  @HttpCode(200)
  @Requires('feedback.take')
  take(@Ctx() ctx: RequestContext, @Param() { feedbackId }: FeedbackParamDto) {
    return this.feedback.move(ctx, feedbackId, 'take');
  }

  @Post(':feedbackId/answer')
  @HttpCode(200)
  @Requires('feedback.answer')
  answer(@Ctx() ctx: RequestContext, @Param() { feedbackId }: FeedbackParamDto, @Body() { answer }: FeedbackAnswerDto) {
    return this.feedback.move(ctx, feedbackId, 'answer', answer);
  }
}
