import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { OwnTransaction } from '../common/context/own-transaction.decorator.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { StaffAccountDto, StaffAccountsQueryDto } from './staff.dto.js';
import { StaffAccounts } from './staff-accounts.service.js';

@ApiTags('staff accounts')
@Controller('staff-accounts')
export class StaffAccountsController {
  constructor(private readonly accounts: StaffAccounts) {}

  @Get()
  @Requires('staff.manage')
  list(@Ctx() ctx: RequestContext, @Query() query: StaffAccountsQueryDto) {
    return this.accounts.list(ctx, query);
  }

  @Post()
  @Requires('staff.manage')
  @OwnTransaction()
  open(@Ctx() ctx: RequestContext, @Body() body: StaffAccountDto) {
    return this.accounts.open(ctx, body);
  }

  @Post(':id/reset')
  @HttpCode(200)
  @Requires('staff.manage')
  @OwnTransaction()
  reset(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.accounts.reset(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('staff.manage')
  disable(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.accounts.disable(ctx, id);
  }
}
