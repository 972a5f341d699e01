import { Body, Controller, Get, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { NeedsPhone } from '../people/obligations.decorators.js';
import { DrawPool } from './draw-pool.service.js';
import { DrawEntryDto, DrawInputDto } from './draws.dto.js';
import { Draws } from './draws.service.js';

@ApiTags('session draws')
@ApiBearerAuth()
@Controller('sessions/:id/draws')
export class DrawsController {
  constructor(
    private readonly draws: Draws,
    private readonly pool: DrawPool,
  ) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.pool.list(ctx, id);
  }

  @Post()
  @Requires('session.draw')
  open(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: DrawInputDto) {
    return this.draws.open(ctx, id, body);
  }

  @Post('draw')
  @HttpCode(200)
  @Requires('session.draw')
  draw(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.draws.draw(ctx, id);
  }

  @Post('entries')
  @Requires('session.sign_up')
  @NeedsPhone()
  enter(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: DrawEntryDto) {
    return this.pool.enter(ctx, id, body);
  }

  @Delete('entries')
  @Requires('session.mine')
  leave(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.pool.leave(ctx, id);
  }
}
