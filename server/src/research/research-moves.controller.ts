import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import { ResearchCarryDto } from './research.dto.js';
import { ResearchCourse } from './research-course.service.js';

/** One route a move, and what a research brings to a session. */
@ApiTags('research moves')
@ApiBearerAuth()
@Controller('research/:id')
export class ResearchMovesController {
  constructor(private readonly course: ResearchCourse) {}

  @Post('start')
  @HttpCode(200)
  @Requires('research.start')
  start(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.start(ctx, id);
  }

  /** Hands the report in; the report itself is written by PUT. */
  @Post('report')
  @HttpCode(200)
  @Requires('research.report')
  report(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.report(ctx, id);
  }

  @Post('send-back')
  @HttpCode(200)
  @Requires('research.send_back')
  sendBack(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.course.sendBack(ctx, id, reason);
  }

  @Post('finish')
  @HttpCode(200)
  @Requires('research.finish')
  finish(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.finish(ctx, id);
  }

  @Post('reopen')
  @HttpCode(200)
  @Requires('research.reopen')
  reopen(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.course.reopen(ctx, id, reason);
  }

  @Post('withdraw')
  @HttpCode(200)
  @Requires('research.withdraw')
  withdraw(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.course.withdraw(ctx, id, reason);
  }

  @Post('carry')
  @HttpCode(200)
  @Requires('research.carry')
  carry(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { sessionId }: ResearchCarryDto) {
    return this.course.carry(ctx, id, sessionId);
  }
}
