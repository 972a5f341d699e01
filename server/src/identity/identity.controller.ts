import { Body, Controller, HttpCode, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { OwnTransaction } from '../common/context/own-transaction.decorator.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { RefreshDto, SignInDto } from './identity.dto.js';
import { IdentityService } from './identity.service.js';
import { MySignIns } from './my-sign-ins.service.js';

@ApiTags('identity')
@Controller('identity')
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly mine: MySignIns,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @OwnTransaction()
  signIn(@Ctx() ctx: RequestContext, @Body() body: SignInDto, @Req() { headers }: FastifyRequest) {
    return this.identity.signIn(ctx, body, headers);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @OwnTransaction()
  refresh(@Ctx() ctx: RequestContext, @Body() { refreshToken }: RefreshDto) {
    return this.identity.refresh(ctx, refreshToken);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Requires('account.write')
  signOut(@Ctx() ctx: RequestContext) {
    return this.mine.signOut(ctx);
  }
}
