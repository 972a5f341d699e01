import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import { SessionCourse } from './session-course.service.js';

/** One route a move. Ending a session begins its minutes, so that route is theirs. */
@ApiTags('session moves')
@ApiBearerAuth()
@Controller('sessions/:id')
export class SessionMovesController {
  constructor(private readonly course: SessionCourse) {}

  @Post('announce')
  @HttpCode(200)
  @Requires('session.announce')
  announce(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.announce(ctx, id);
  }

  @Post('start')
  @HttpCode(200)
  @Requires('session.start')
  start(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.start(ctx, id);
  }

  @Post('postpone')
  @HttpCode(200)
  @Requires('session.postpone')
  postpone(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.course.postpone(ctx, id, reason);
  }

  @Post('cancel')
  @HttpCode(200)
  @Requires('session.cancel')
  cancel(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.course.cancel(ctx, id, reason);
  }
}
