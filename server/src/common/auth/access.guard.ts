import { mayEver } from '@consult/shared';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Sessions } from '../../identity/sessions.service.js';
import type { ContextRequest } from '../context/request-context.js';
import { CodedError } from '../errors/coded-error.js';
import { READ_METHODS } from '../read-methods.js';
import { ACCESS, type Access } from './access.decorators.js';

/** Finds out who asks and whether the route is open to them at all; the item itself is checked where it is read. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    if (access === undefined) throw new CodedError('AUTH.FORBIDDEN');
    const request = execution.switchToHttp().getRequest<ContextRequest>();
    request.actor = await this.sessions.actorOf(request.headers.authorization, !READ_METHODS.has(request.method));
    if (access === 'public') return true;
    if (request.actor === null) throw new CodedError('AUTH.REQUIRED');
    if (!mayEver(access, request.actor.grants)) throw new CodedError('AUTH.FORBIDDEN');
    return true;
  }
}
