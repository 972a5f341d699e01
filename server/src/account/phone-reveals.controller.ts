import { Body, Controller, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { Unrecorded } from '../common/idempotency/unrecorded.decorator.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { PhoneRevealDto, PhoneRevealsQueryDto } from './account.dto.js';
import { PhoneReveals } from './phone-reveals.service.js';

@ApiTags('phone reveals')
@Controller()
export class PhoneRevealsController {
  constructor(private readonly reveals: PhoneReveals) {}

  @Post('people/:id/phone-reveals')
  @HttpCode(200)
  @Requires('phone.reveal')
  @Unrecorded()
  reveal(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: PhoneRevealDto) {
    return this.reveals.reveal(ctx, id, reason);
  }

  /** 代录 */
  @Post('topics/:id/recorded-phone-reveals')
  @HttpCode(200)
  @Requires('phone.reveal_recorded')
  @Unrecorded()
  revealRecorded(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { reason }: PhoneRevealDto) {
    return this.reveals.revealRecorded(ctx, id, reason);
  }

  @Get('phone-reveals')
  @Requires('phone.reveals')
  list(@Ctx() ctx: RequestContext, @Query() query: PhoneRevealsQueryDto) {
    return this.reveals.ofCounty(ctx, query);
  }
}
