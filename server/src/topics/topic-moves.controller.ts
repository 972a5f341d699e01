import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { IdParamDto, OptionalReasonDto, ReasonDto } from '../common/validation/common.dto.js';
import { TopicMerging } from './topic-merging.service.js';
import { TopicResuming } from './topic-resuming.service.js';
import { TopicScreening } from './topic-screening.service.js';
import { TopicDeclineDto, TopicMergeDto, TopicSensitivityDto } from './topics.dto.js';

/** One route a move, so that each has its permission and its body. */
@ApiTags('topic moves')
@Controller('topics/:id')
export class TopicMovesController {
  constructor(
    private readonly screening: TopicScreening,
    private readonly merging: TopicMerging,
    private readonly resuming: TopicResuming,
  ) {}

  @Post('submit')
  @HttpCode(200)
  @Requires('topic.submit')
  submit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.screening.move(ctx, id, 'submit');
  }

  @Post('accept')
  @HttpCode(200)
  @Requires('topic.accept')
  accept(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.screening.accept(ctx, id);
  }

  @Post('return')
  @HttpCode(200)
  @Requires('topic.return')
  return(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.screening.move(ctx, id, 'return', reason);
  }

  @Post('decline')
  @HttpCode(200)
  @Requires('topic.decline')
  decline(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TopicDeclineDto) {
    return this.screening.decline(ctx, id, body);
  }

  @Post('merge')
  @HttpCode(200)
  @Requires('topic.merge')
  merge(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TopicMergeDto) {
    return this.merging.merge(ctx, id, body);
  }

  @Post('unmerge')
  @HttpCode(200)
  @Requires('topic.unmerge')
  unmerge(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: OptionalReasonDto) {
    return this.merging.unmerge(ctx, id, reason);
  }

  @Post('drop')
  @HttpCode(200)
  @Requires('topic.drop')
  drop(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.screening.leavePlan(ctx, id, 'drop', reason);
  }

  @Post('party-send-back')
  @HttpCode(200)
  @Requires('topic.party_send_back')
  partySendBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.screening.leavePlan(ctx, id, 'party_send_back', reason);
  }

  @Post('county-send-back')
  @HttpCode(200)
  @Requires('topic.county_send_back')
  countySendBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.screening.leavePlan(ctx, id, 'county_send_back', reason);
  }

  @Post('suspend')
  @HttpCode(200)
  @Requires('topic.suspend')
  suspend(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.screening.move(ctx, id, 'suspend', reason);
  }

  @Post('resume')
  @HttpCode(200)
  @Requires('topic.resume')
  resume(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: OptionalReasonDto) {
    return this.resuming.resume(ctx, id, reason);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Requires('topic.withdraw')
  withdraw(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.screening.withdraw(ctx, id, reason);
  }

  @Post('close')
  @HttpCode(200)
  @Requires('topic.close')
  close(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: OptionalReasonDto) {
    return this.screening.close(ctx, id, reason);
  }

  /** No move, but decided like one: whether the public sees it. */
  @Put('sensitivity')
  @Requires('topic.classify')
  classify(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TopicSensitivityDto) {
    return this.screening.classify(ctx, id, body);
  }
}
