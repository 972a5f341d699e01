import { Controller, Get, Header, Headers, HttpCode, Query, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../common/auth/access.decorators.js';
import { OwnTransaction } from '../../common/context/own-transaction.decorator.js';
import { Post } from '../../common/context/writes.js';
import { type PushQuery, PushReceiver } from './push-receiver.service.js';

/** Its whole path. */
export const PUSH_PATH = '/api/v1/wechat/push';
/** What WeChat calls its XML. */
export const PUSH_TYPES = ['text/xml', 'application/xml'];

/** Where WeChat pushes its events to; it signs them, and knows nothing of idempotency keys. */
@ApiTags('wechat')
@Controller('wechat/push')
export class PushController {
  constructor(private readonly receiver: PushReceiver) {}

  @Get()
  @Header('content-type', 'text/plain')
  @Public()
  greet(@Query() query: PushQuery) {
    return this.receiver.greet(query);
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', 'text/plain')
  @Public()
  @OwnTransaction()
  receive(
    @Query() query: PushQuery,
    @Headers() headers: Record<string, string>,
    @Req() request: RawBodyRequest<FastifyRequest>,
  ) {
    return this.receiver.receive(query, headers, request.rawBody?.toString('utf8') ?? '');
  }
}
