import type { Grant, SignInWay } from '@consult/shared';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { CodedError } from '../errors/coded-error.js';

/** Who is asking. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** The device that asks. */
  readonly signIn: { readonly id: string; readonly way: SignInWay };
}

/** Passed first to every service: who asks, when, and through which connection. */
export interface RequestContext {
  readonly requestId: string;
  /** Null: a visitor who has not signed in. */
  readonly actor: Actor | null;
  /** The open transaction of a write, or the reader. */
  readonly db: EntityManager;
  /** One moment for the whole request, ms since 1970. */
  readonly now: number;
}

/** A request as the guard and a write's interceptor hand it on. */
export type ContextRequest = FastifyRequest & {
  actor?: Actor | null;
  context?: RequestContext;
  /** The file that was sent; null when it was larger than allowed. */
  upload?: Buffer | null;
  /** What the route's UploadPreparer made of it. */
  prepared?: unknown;
};

/** @param now ms since 1970 */
export function giveContext(request: ContextRequest, db: EntityManager, now: number): void {
  request.context = { requestId: request.id, actor: request.actor ?? null, db, now };
}

/** The person who is signed in. @throws AUTH.REQUIRED */
export function actorOf(ctx: RequestContext): Actor {
  if (ctx.actor === null) throw new CodedError('AUTH.REQUIRED');
  return ctx.actor;
}

/** The context of a request that the guard let in. */
export function contextOf({ context }: ContextRequest): RequestContext {
  if (context === undefined) throw new Error('the access guard did not run');
  return context;
}

/** Injects the request's context into a handler. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  return contextOf(execution.switchToHttp().getRequest<ContextRequest>());
});
