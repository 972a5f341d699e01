import { Body, Controller, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { OwnTransaction } from '../common/context/own-transaction.decorator.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post, Put } from '../common/context/writes.js';
import { FewAtOnce } from '../common/few-at-once.decorator.js';
import { StaffPasswordDto, StaffSetupDto, StaffSignInDto } from './staff.dto.js';
import { StaffSignInService } from './staff-sign-in.service.js';

@ApiTags('staff sign-in')
@Controller('identity/staff')
export class StaffController {
  constructor(private readonly staff: StaffSignInService) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @OwnTransaction()
  @FewAtOnce()
  signIn(@Ctx() ctx: RequestContext, @Body() body: StaffSignInDto) {
    return this.staff.signIn(ctx, body);
  }

  @Post('setup')
  @HttpCode(200)
  @Public()
  @OwnTransaction()
  @FewAtOnce()
  setUp(@Ctx() ctx: RequestContext, @Body() body: StaffSetupDto) {
    return this.staff.setUp(ctx, body);
  }

  @Put('password')
  @HttpCode(204)
  @Requires('account.write')
  @OwnTransaction()
  changePassword(@Ctx() ctx: RequestContext, @Body() body: StaffPasswordDto) {
    return this.staff.changePassword(ctx, body);
  }
}
