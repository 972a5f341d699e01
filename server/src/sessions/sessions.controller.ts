import { Body, Controller, Get, Header, HttpCode, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { SessionCalendar } from './session-calendar.service.js';
import { SessionCalling } from './session-calling.service.js';
import { SessionClashes } from './session-clashes.service.js';
import { SessionDetails } from './session-detail.service.js';
import { SessionLists } from './session-lists.service.js';
import { SessionRearranging } from './session-rearranging.service.js';
import {
  SessionClashQueryDto,
  SessionEditDto,
  SessionInputDto,
  SessionQueryDto,
  SessionRearrangeDto,
  WorkSessionsQueryDto,
} from './sessions.dto.js';

@ApiTags('sessions')
@ApiBearerAuth()
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly lists: SessionLists,
    private readonly details: SessionDetails,
    private readonly calling: SessionCalling,
    private readonly rearranging: SessionRearranging,
    private readonly calendar: SessionCalendar,
    private readonly clashes: SessionClashes,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: SessionQueryDto) {
    return this.lists.open(ctx, query);
  }

  @Get('mine')
  @Requires('session.mine')
  mine(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.lists.mine(ctx, query);
  }

  @Get('work')
  @Requires('session.work')
  work(@Ctx() ctx: RequestContext, @Query() query: WorkSessionsQueryDto) {
    return this.lists.work(ctx, query);
  }

  @Get('clashes')
  @Requires('session.call')
  clashing(@Ctx() ctx: RequestContext, @Query() query: SessionClashQueryDto) {
    return this.clashes.of(ctx, query);
  }

  @Get(':id')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.details.get(ctx, id);
  }

  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="session.ics"')
  @Header('x-content-type-options', 'nosniff')
  @Public()
  calendarFile(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.calendar.fileOf(ctx, id);
  }

  @Post()
  @Requires('session.call')
  call(@Ctx() ctx: RequestContext, @Body() body: SessionInputDto) {
    return this.calling.call(ctx, body);
  }

  @Put(':id')
  @Requires('session.edit')
  edit(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SessionEditDto) {
    return this.calling.edit(ctx, id, body);
  }

  @Post(':id/rearrange')
  @HttpCode(200)
  @Requires('session.edit')
  rearrange(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SessionRearrangeDto) {
    return this.rearranging.rearrange(ctx, id, body);
  }
}
