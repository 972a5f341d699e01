import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { NeedsPhone } from '../people/obligations.decorators.js';
import { Participants } from './participants.service.js';
import { Roll } from './roll.service.js';
import { SessionCompositions } from './session-composition.service.js';
import {
  ParticipantParamDto,
  SessionCheckInDto,
  SessionGuestDto,
  SessionInviteDto,
  SessionRollDto,
  SessionSignUpDto,
} from './sessions.dto.js';

@ApiTags('session participants')
@ApiBearerAuth()
@Controller('sessions/:id')
export class ParticipantsController {
  constructor(
    private readonly participants: Participants,
    private readonly roll: Roll,
    private readonly compositions: SessionCompositions,
  ) {}

  @Post('sign-up')
  @Requires('session.sign_up')
  @NeedsPhone()
  signUp(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SessionSignUpDto) {
    return this.participants.signUp(ctx, id, body);
  }

  /** Also for who was invited, whatever their role. */
  @Delete('sign-up')
  @Requires('session.mine')
  withdraw(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.participants.withdraw(ctx, id);
  }

  @Get('participants')
  @Requires('session.people')
  list(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() query: PageQueryDto) {
    return this.participants.list(ctx, id, query);
  }

  /** 还缺谁 */
  @Get('composition')
  @Requires('session.people')
  composition(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.compositions.of(ctx, id);
  }

  @Post('participants')
  @Requires('session.invite')
  invite(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SessionInviteDto) {
    return this.participants.invite(ctx, id, body);
  }

  /** Somebody without an account, by name. */
  @Post('guests')
  @Requires('session.invite')
  addGuest(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SessionGuestDto) {
    return this.participants.addGuest(ctx, id, body);
  }

  @Delete('participants/:participantId')
  @Requires('session.invite')
  remove(@Ctx() ctx: RequestContext, @Param() { id, participantId }: ParticipantParamDto) {
    return this.participants.remove(ctx, id, participantId);
  }

  @Post('roll')
  @HttpCode(200)
  @Requires('session.roll')
  mark(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SessionRollDto) {
    return this.roll.mark(ctx, id, body);
  }

  @Get('door')
  @Requires('session.roll')
  door(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.roll.door(ctx, id);
  }

  @Post('check-in')
  @HttpCode(200)
  @Requires('session.check_in')
  checkIn(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { token }: SessionCheckInDto) {
    return this.roll.checkIn(ctx, id, token);
  }
}
