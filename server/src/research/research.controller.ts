import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post, Put } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  ResearchEditDto,
  ResearchInputDto,
  ResearchQueryDto,
  ResearchReportDto,
  VisitInputDto,
  VisitParamDto,
} from './research.dto.js';
import { ResearchDetails } from './research-detail.service.js';
import { ResearchLists } from './research-lists.service.js';
import { ResearchPlanning } from './research-planning.service.js';
import { ResearchReporting } from './research-report.service.js';

@ApiTags('research')
@ApiBearerAuth()
@Controller('research')
export class ResearchController {
  constructor(
    private readonly lists: ResearchLists,
    private readonly details: ResearchDetails,
    private readonly planning: ResearchPlanning,
    private readonly reporting: ResearchReporting,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: ResearchQueryDto) {
    return this.lists.ofSubject(ctx, query);
  }

  @Get('mine')
  @Requires('research.mine')
  mine(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.lists.mine(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Post()
  @Requires('research.begin')
  begin(@Ctx() ctx: RequestContext, @Body() body: ResearchInputDto) {
    return this.planning.begin(ctx, body);
  }

  @Put(':id')
  @Requires('research.edit')
  edit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: ResearchEditDto) {
    return this.planning.edit(ctx, id, body);
  }

  @Put(':id/report')
  @Requires('research.write')
  write(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: ResearchReportDto) {
    return this.reporting.write(ctx, id, body);
  }

  @Post(':id/visits')
  @Requires('research.visit')
  visit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: VisitInputDto) {
    return this.reporting.visit(ctx, id, body);
  }

  @Delete(':id/visits/:visitId')
  @HttpCode(204)
  @Requires('research.visit')
  removeVisit(@Ctx() ctx: RequestContext, @Param() { id, visitId }: VisitParamDto) {
    return this.reporting.removeVisit(ctx, id, visitId);
  }
}
