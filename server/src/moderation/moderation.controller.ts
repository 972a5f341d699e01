import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { OptionalReasonDto, ReasonDto } from '../common/validation/common.dto.js';
import { BlockedWords } from './blocked-words.service.js';
import {
  BlockedWordsDto,
  CheckParamDto,
  CheckQueryDto,
  CountQueryDto,
  ItemParamDto,
  WordsQueryDto,
} from './moderation.dto.js';
import { PublicItems } from './public-items.service.js';
import { ReviewQueue } from './review-queue.service.js';

@ApiTags('moderation')
@Controller('moderation')
export class ModerationController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly items: PublicItems,
    private readonly words: BlockedWords,
  ) {}

  @Get('count')
  @Requires('moderation.work')
  count(@Ctx() ctx: RequestContext, @Query() { region }: CountQueryDto) {
    return this.queue.count(ctx, region);
  }

  @Get('checks')
  @Requires('moderation.work')
  list(@Ctx() ctx: RequestContext, @Query() query: CheckQueryDto) {
    return this.queue.list(ctx, query);
  }

  @Get('checks/:checkId')
  @Requires('moderation.work')
  get(@Ctx() ctx: RequestContext, @Param() { checkId }: CheckParamDto) {
    return this.queue.get(ctx, checkId);
  }

  @Post('checks/:checkId/approve')
  @HttpCode(200)
  @Requires('content.approve')
  approve(@Ctx() ctx: RequestContext, @Param() { checkId }: CheckParamDto, @Body() { reason }: OptionalReasonDto) {
    return this.queue.decide(ctx, checkId, 'approve', reason);
  }

  @Post('checks/:checkId/reject')
  @HttpCode(200)
  @Requires('content.reject')
  reject(@Ctx() ctx: RequestContext, @Param() { checkId }: CheckParamDto, @Body() { reason }: ReasonDto) {
    return this.queue.decide(ctx, checkId, 'reject', reason);
  }

  @Post('checks/:checkId/override')
  @HttpCode(200)
  @Requires('content.override')
  override(@Ctx() ctx: RequestContext, @Param() { checkId }: CheckParamDto, @Body() { reason }: ReasonDto) {
    return this.queue.decide(ctx, checkId, 'override', reason);
  }

  @Post('checks/:checkId/appeal')
  @HttpCode(200)
  @Requires('content.appeal')
  appeal(@Ctx() ctx: RequestContext, @Param() { checkId }: CheckParamDto, @Body() { reason }: ReasonDto) {
    return this.queue.appeal(ctx, checkId, reason);
  }

  @Get('items/:kind/:itemId')
  @Requires('report.make')
  item(@Ctx() ctx: RequestContext, @Param() { kind, itemId }: ItemParamDto) {
    return this.items.view(ctx, kind, itemId);
  }

  @Post('items/:kind/:itemId/take-down')
  @HttpCode(200)
  @Requires('content.take_down')
  takeDown(@Ctx() ctx: RequestContext, @Param() { kind, itemId }: ItemParamDto, @Body() { reason }: ReasonDto) {
    return this.items.takeDown(ctx, kind, itemId, reason);
  }

  @Post('items/:kind/:itemId/restore')
  @HttpCode(200)
  @Requires('content.restore')
  restore(@Ctx() ctx: RequestContext, @Param() { kind, itemId }: ItemParamDto, @Body() { reason }: ReasonDto) {
    return this.items.restore(ctx, kind, itemId, reason);
  }

  @Get('blocked-words')
  @Requires('moderation.words')
  blockedWords(@Ctx() ctx: RequestContext, @Query() { county }: WordsQueryDto) {
    return this.words.get(ctx, county);
  }

  @Put('blocked-words')
  @Requires('moderation.words')
  setBlockedWords(@Ctx() ctx: RequestContext, @Body() body: BlockedWordsDto) {
    return this.words.set(ctx, body);
  }
}
