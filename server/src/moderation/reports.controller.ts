import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ReasonDto } from '../common/validation/common.dto.js';
import { NeedsConsent } from '../people/obligations.decorators.js';
import { ReportInputDto, ReportParamDto, ReportQueryDto } from './moderation.dto.js';
import { Reports } from './reports.service.js';

/** 举报 */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Post()
  @Requires('report.make')
  @NeedsConsent()
  make(@Ctx() ctx: RequestContext, @Body() body: ReportInputDto) {
    return this.reports.make(ctx, body);
  }

  @Get('mine')
  @Requires('report.mine')
  mine(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.reports.mine(ctx, query);
  }

  @Get()
  @Requires('moderation.work')
  list(@Ctx() ctx: RequestContext, @Query() query: ReportQueryDto) {
    return this.reports.list(ctx, query);
  }

  @Post(':reportId/take-down')
  @HttpCode(200)
  @Requires('report.take_down')
  takeDown(@Ctx() ctx: RequestContext, @Param() { reportId }: ReportParamDto, @Body() { reason }: ReasonDto) {
    return this.reports.decide(ctx, reportId, 'take_down', reason);
  }

  @Post(':reportId/settle')
  @HttpCode(200)
  @Requires('report.settle')
  settle(@Ctx() ctx: RequestContext, @Param() { reportId }: ReportParamDto, @Body() { reason }: ReasonDto) {
    return this.reports.decide(ctx, reportId, 'settle', reason);
  }

  @Post(':reportId/dismiss')
  @HttpCode(200)
  @Requires('report.dismiss')
  dismiss(@Ctx() ctx: RequestContext, @Param() { reportId }: ReportParamDto, @Body() { reason }: ReasonDto) {
    return this.reports.decide(ctx, reportId, 'dismiss', reason);
  }
}
