import {
  type CallHandler,
  type ExecutionContext,
  mixin,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { from, type Observable, switchMap } from 'rxjs';
import { type ContextRequest, contextOf } from '../common/context/request-context.js';
import { ObligationsService } from './obligations.js';

/** Runs inside the request's transaction, so that what is checked holds when it is written. */
function gate(publishing: boolean): Type<NestInterceptor> {
  class Gate implements NestInterceptor {
    constructor(private readonly obligations: ObligationsService) {}

    intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
      const context = contextOf(execution.switchToHttp().getRequest<ContextRequest>());
      return from(this.obligations.check(context, { publishing })).pipe(switchMap(() => next.handle()));
    }
  }
  Reflect.defineMetadata('design:paramtypes', [ObligationsService], Gate);
  return mixin(Gate);
}

/** A write that stores something personal: refused with CONSENT.REQUIRED until its person has agreed. */
export const NeedsConsent = () => UseInterceptors(CONSENT_GATE);

/** A write that others will read or that staff may call back about: also refused with PHONE.REQUIRED. */
export const NeedsPhone = () => UseInterceptors(PHONE_GATE);

const CONSENT_GATE = gate(false);
const PHONE_GATE = gate(true);
