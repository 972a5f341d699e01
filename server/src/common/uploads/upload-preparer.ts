import { createParamDecorator, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import type { ContextRequest } from '../context/request-context.js';

/** What has to be done with an uploaded file before the transaction of its request, because it takes long. */
export interface UploadPreparer<Prepared = unknown> {
  /** @param upload null when the file was larger than allowed */
  prepare(upload: Buffer | null): Promise<Prepared>;
  /** Undoes it after the transaction failed; never throws. */
  discard(prepared: Prepared): Promise<void>;
}

export const PREPARED_BY = 'consult:prepared-by';

/** Has the uploaded file prepared by this provider; the route takes the result with @Prepared(). */
export const PreparedBy = (preparer: Type<UploadPreparer>) => SetMetadata(PREPARED_BY, preparer);

/** Injects what the route's UploadPreparer made of the file. */
export const Prepared = createParamDecorator(
  (_: unknown, execution: ExecutionContext): unknown => execution.switchToHttp().getRequest<ContextRequest>().prepared,
);
