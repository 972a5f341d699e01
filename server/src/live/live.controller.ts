import { Body, Controller, Get, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  LiveFloorDto,
  LiveHandDownDto,
  LiveItemDto,
  LiveMoreTimeDto,
  LiveNoticeDto,
  LivePointDto,
  LivePointParamDto,
  LivePollDto,
  LivePollParamDto,
  LiveQueueDto,
  LiveRoomHandsDto,
  LiveTakeDto,
  LiveVoteDto,
} from './live.dto.js';
import { LiveChair } from './live-chair.service.js';
import { LivePart } from './live-part.service.js';
import { LiveRoomHands } from './live-room-hands.service.js';
import { LiveViews } from './live-view.service.js';

/** What happens while a session is open. Writes go here; who watches reads them from the socket (docs/api.md). */
@ApiTags('live session')
@ApiBearerAuth()
@Controller('sessions/:id/live')
export class LiveController {
  constructor(
    private readonly views: LiveViews,
    private readonly chair: LiveChair,
    private readonly part: LivePart,
    private readonly room: LiveRoomHands,
  ) {}

  @Get()
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.views.get(ctx, id);
  }

  @Post('item')
  @HttpCode(200)
  @Requires('live.chair')
  item(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { itemId }: LiveItemDto) {
    return this.chair.item(ctx, id, itemId);
  }

  @Post('hand')
  @HttpCode(200)
  @Requires('live.take_part')
  hand(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.part.raiseHand(ctx, id);
  }

  @Post('hand-down')
  @HttpCode(200)
  @Requires('live.hand_down')
  handDown(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { participantId }: LiveHandDownDto) {
    return this.part.lowerHand(ctx, id, participantId);
  }

  @Post('floor')
  @HttpCode(200)
  @Requires('live.chair')
  floor(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LiveFloorDto) {
    return this.chair.floor(ctx, id, body);
  }

  @Post('more-time')
  @HttpCode(200)
  @Requires('live.chair')
  moreTime(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { seconds }: LiveMoreTimeDto) {
    return this.chair.moreTime(ctx, id, seconds);
  }

  @Post('queue')
  @HttpCode(200)
  @Requires('live.chair')
  queue(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LiveQueueDto) {
    return this.chair.queue(ctx, id, body);
  }

  @Post('polls')
  @Requires('live.chair')
  openPoll(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LivePollDto) {
    return this.chair.openPoll(ctx, id, body);
  }

  @Post('polls/:pollId/votes')
  @HttpCode(200)
  @Requires('live.take_part')
  vote(@Ctx() ctx: RequestContext, @Param() { id, pollId }: LivePollParamDto, @Body() { option }: LiveVoteDto) {
    return this.part.vote(ctx, id, pollId, option);
  }

  @Post('polls/:pollId/room')
  @HttpCode(200)
  @Requires('live.count_room')
  countRoom(@Ctx() ctx: RequestContext, @Param() { id, pollId }: LivePollParamDto, @Body() body: LiveRoomHandsDto) {
    return this.room.count(ctx, id, pollId, body);
  }

  @Post('polls/:pollId/close')
  @HttpCode(200)
  @Requires('live.chair')
  closePoll(@Ctx() ctx: RequestContext, @Param() { id, pollId }: LivePollParamDto) {
    return this.chair.closePoll(ctx, id, pollId);
  }

  @Post('points')
  @Requires('live.take_part')
  write(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LivePointDto) {
    return this.part.write(ctx, id, body);
  }

  @Post('points/:pointId/take')
  @HttpCode(200)
  @Requires('live.record')
  take(@Ctx() ctx: RequestContext, @Param() { id, pointId }: LivePointParamDto, @Body() { taken }: LiveTakeDto) {
    return this.part.take(ctx, id, pointId, taken);
  }

  @Post('points/:pointId/withdraw')
  @HttpCode(200)
  @Requires('live.take_part')
  withdraw(@Ctx() ctx: RequestContext, @Param() { id, pointId }: LivePointParamDto) {
    return this.part.withdraw(ctx, id, pointId);
  }

  @Post('notice')
  @HttpCode(200)
  @Requires('live.chair')
  notice(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: LiveNoticeDto) {
    return this.chair.notice(ctx, id, body);
  }
}
