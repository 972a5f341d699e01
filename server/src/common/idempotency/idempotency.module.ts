import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency.service.js';
import { IdempotencySweeper } from './idempotency-sweeper.js';

@Global()
@Module({ providers: [Idempotency, IdempotencySweeper], exports: [Idempotency] })
export class IdempotencyModule {}
