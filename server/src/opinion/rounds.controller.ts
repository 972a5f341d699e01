import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { IdParamDto, ReasonDto } from '../common/validation/common.dto.js';
import { RoundEditDto, RoundInputDto, RoundQueryDto } from './opinion.dto.js';
import { OpinionMaps } from './opinion-maps.service.js';
import { OpinionReports } from './opinion-reports.service.js';
import { RoundCourse } from './round-course.service.js';
import { RoundDetails } from './round-detail.service.js';
import { RoundLists } from './round-lists.service.js';
import { RoundStarting } from './round-starting.service.js';

@ApiTags('opinion rounds')
@ApiBearerAuth()
@Controller('opinion-rounds')
export class RoundsController {
  constructor(
    private readonly lists: RoundLists,
    private readonly details: RoundDetails,
    private readonly starting: RoundStarting,
    private readonly course: RoundCourse,
    private readonly maps: OpinionMaps,
    private readonly reports: OpinionReports,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: RoundQueryDto) {
    return this.lists.list(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Get(':id/map')
  @Public()
  map(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.maps.view(ctx, id);
  }

  @Get(':id/report')
  @Public()
  report(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.reports.get(ctx, id);
  }

  @Post()
  @Requires('opinion.start')
  start(@Ctx() ctx: RequestContext, @Body() body: RoundInputDto) {
    return this.starting.start(ctx, body);
  }

  @Put(':id')
  @Requires('opinion.edit')
  edit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: RoundEditDto) {
    return this.starting.edit(ctx, id, body);
  }

  @Post(':id/open')
  @HttpCode(200)
  @Requires('round.open')
  open(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.open(ctx, id);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires('round.close')
  close(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.course.close(ctx, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('round.withdraw')
  withdraw(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: ReasonDto) {
    return this.course.withdraw(ctx, id, reason);
  }
}
