import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post } from '../common/context/writes.js';
import { Unrecorded } from '../common/idempotency/unrecorded.decorator.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { CountyPeopleQueryDto, GrantDto, PhoneQueryDto, StaffEventsQueryDto } from './appointments.dto.js';
import { Appointments } from './appointments.service.js';
import { CountyPeople } from './county-people.service.js';
import { StaffEvents } from './staff-events.service.js';

@ApiTags('roles')
@Controller()
export class AppointmentsController {
  constructor(
    private readonly people: CountyPeople,
    private readonly appointments: Appointments,
    private readonly events: StaffEvents,
  ) {}

  @Get('people/county')
  @Requires('grant.manage')
  find(@Ctx() ctx: RequestContext, @Query() query: CountyPeopleQueryDto) {
    return this.people.find(ctx, query);
  }

  @Post('people/by-phone')
  @HttpCode(200)
  @Requires('grant.manage')
  @Unrecorded()
  byPhone(@Ctx() ctx: RequestContext, @Body() body: PhoneQueryDto) {
    return this.people.byPhone(ctx, body);
  }

  @Get('people/:id/grants')
  @Requires('grant.manage')
  list(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.appointments.list(ctx, id);
  }

  @Post('people/:id/grants')
  @Requires('grant.manage')
  give(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: GrantDto) {
    return this.appointments.give(ctx, id, body);
  }

  @Delete('grants/:id')
  @HttpCode(204)
  @Requires('grant.manage')
  take(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.appointments.take(ctx, id);
  }

  @Get('staff-events')
  @Requires('staff.events')
  history(@Ctx() ctx: RequestContext, @Query() query: StaffEventsQueryDto) {
    return this.events.list(ctx, query);
  }
}
