import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Unrecorded } from '../common/idempotency/unrecorded.decorator.js';
import { SignInDto } from './identity.dto.js';
import { IdentityService } from './identity.service.js';

@ApiTags('identity')
@Controller('identity')
export class IdentityController {
  constructor(private readonly identity: IdentityService) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @Unrecorded()
  signIn(@Ctx() ctx: RequestContext, @Body() body: SignInDto) {
    return this.identity.signIn(ctx, body);
  }
}
