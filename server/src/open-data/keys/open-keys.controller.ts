import { Body, Controller, Get, Headers, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../common/auth/access.decorators.js';
import { OwnTransaction } from '../../common/context/own-transaction.decorator.js';
import { Ctx, type RequestContext } from '../../common/context/request-context.js';
import { Delete, Post } from '../../common/context/writes.js';
import { IdParamDto } from '../../common/validation/common.dto.js';
import { OpenKeyDto, OpenKeysQueryDto } from './open-keys.dto.js';
import { OpenKeys } from './open-keys.service.js';

/** Keys to open data, for the administrators who give them. */
@ApiTags('open-data keys')
@Controller('open-keys')
export class OpenKeysController {
  constructor(private readonly keys: OpenKeys) {}

  @Get()
  @Requires('open_key.manage')
  list(@Ctx() ctx: RequestContext, @Query() query: OpenKeysQueryDto) {
    return this.keys.list(ctx, query);
  }

  @Post()
  @Requires('open_key.manage')
  @OwnTransaction()
  make(@Ctx() ctx: RequestContext, @Body() body: OpenKeyDto, @Headers('idempotency-key') retryKey: string | undefined) {
    return this.keys.make(ctx, body, retryKey);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('open_key.manage')
  end(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.keys.end(ctx, id);
  }
}
