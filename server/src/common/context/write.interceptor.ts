import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, type Type } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { Database, isDuplicate } from '../../database/database.js';
import { Clock } from '../clock.js';
import { CodedError } from '../errors/coded-error.js';
import { type FirstAnswer, Idempotency } from '../idempotency/idempotency.service.js';
import { UNRECORDED } from '../idempotency/unrecorded.decorator.js';
import { readUpload } from '../uploads/read-upload.js';
import { PREPARED_BY, type UploadPreparer } from '../uploads/upload-preparer.js';
import { OWN_TRANSACTION } from './own-transaction.decorator.js';
import { type ContextRequest, giveContext } from './request-context.js';

/**
 * Gives a write one transaction, in which its idempotency key is claimed and its answer kept: what was acknowledged is
 * stored, what failed left no trace. Reads go without: what stands around each of them would cost all of them.
 */
@Injectable()
export class WriteInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get(OWN_TRANSACTION, execution.getHandler())) return next.handle();
    const request = execution.switchToHttp().getRequest<ContextRequest>();
    return from(this.write(execution, request, next));
  }

  private async write(execution: ExecutionContext, request: ContextRequest, next: CallHandler): Promise<unknown> {
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const run = async (db: EntityManager) => {
      giveContext(request, db, this.clock.now());
      return await lastValueFrom(next.handle(), { defaultValue: null });
    };
    // Before the transaction: a phone that sends slowly must not hold up what others write.
    if (request.actor && request.isMultipart()) request.upload = await readUpload(request);
    const identity = this.idempotency.identify(
      request.actor?.id ?? '',
      request.headers['idempotency-key'],
      request.method,
      request.url,
      request.upload ?? request.body,
    );
    if (this.reflector.get(UNRECORDED, execution.getHandler())) return this.database.write(run);

    const replay = (first: FirstAnswer) => {
      void reply.status(first.status).header('idempotent-replay', 'true');
      return first.body;
    };
    const preparer = this.preparerOf(execution);
    if (preparer !== null) {
      // A retry of what was stored already must not be prepared once more.
      const first = await this.idempotency.firstAnswer(this.database.read, identity);
      if (first !== undefined) return replay(first);
      if (request.upload === undefined) throw new CodedError('REQUEST.MALFORMED');
      request.prepared = await preparer.prepare(request.upload);
    }
    try {
      return await this.database.write(async (db) => {
        await this.idempotency.claim(db, identity);
        const body = await run(db);
        await this.idempotency.keep(db, identity, { status: reply.statusCode, body });
        return body;
      });
    } catch (error) {
      await preparer?.discard(request.prepared);
      // Only the claim of a key that another request has just used is answered here; any other duplicate is a fault.
      const first = isDuplicate(error) ? await this.idempotency.firstAnswer(this.database.read, identity) : undefined;
      if (first === undefined) throw error;
      return replay(first);
    }
  }

  private preparerOf(execution: ExecutionContext): UploadPreparer | null {
    const type = this.reflector.get<Type<UploadPreparer> | undefined>(PREPARED_BY, execution.getHandler());
    return type === undefined ? null : this.modules.get(type, { strict: false });
  }
}
