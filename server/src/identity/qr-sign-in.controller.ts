import { Body, Controller, Get, Headers, HttpCode, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { FewAtOnce } from '../common/few-at-once.decorator.js';
import { Unrecorded } from '../common/idempotency/unrecorded.decorator.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { QrSceneDto, QrSecretDto } from './identity.dto.js';
import { QrSignIns } from './qr-sign-in.service.js';

@ApiTags('QR sign-in')
@Controller('identity/qr')
export class QrSignInController {
  constructor(private readonly qr: QrSignIns) {}

  @Post()
  @Public()
  @Unrecorded()
  @FewAtOnce()
  ask(@Ctx() ctx: RequestContext, @Headers('user-agent') userAgent = '') {
    return this.qr.ask(ctx, userAgent);
  }

  @Get(':id')
  @Public()
  state(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() { secret }: QrSecretDto) {
    return this.qr.stateOf(ctx, id, secret);
  }

  @Get(':id/picture')
  @Public()
  async picture(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() { secret }: QrSecretDto) {
    return new StreamableFile(await this.qr.picture(ctx, id, secret), { type: 'image/png' });
  }

  @Post(':id/tokens')
  @HttpCode(200)
  @Public()
  @Unrecorded()
  claim(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { secret }: QrSecretDto) {
    return this.qr.claim(ctx, id, secret);
  }

  @Post(':scene/scan')
  @HttpCode(200)
  @Requires('account.write')
  scan(@Ctx() ctx: RequestContext, @Param() { scene }: QrSceneDto) {
    return this.qr.scan(ctx, scene);
  }

  @Post(':scene/confirm')
  @HttpCode(204)
  @Requires('account.write')
  confirm(@Ctx() ctx: RequestContext, @Param() { scene }: QrSceneDto) {
    return this.qr.answer(ctx, scene, 'confirmed');
  }

  @Post(':scene/refuse')
  @HttpCode(204)
  @Requires('account.write')
  refuse(@Ctx() ctx: RequestContext, @Param() { scene }: QrSceneDto) {
    return this.qr.answer(ctx, scene, 'refused');
  }
}
