import { mayEver } from '@consult/shared';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Database } from '../../database/database.js';
import { Sessions } from '../../identity/sessions.service.js';
import { Clock } from '../clock.js';
import { type ContextRequest, giveContext } from '../context/request-context.js';
import { CodedError } from '../errors/coded-error.js';
import { READ_METHODS } from '../read-methods.js';
import { ACCESS, type Access } from './access.decorators.js';

/**
 * Finds out who asks and whether the route is open to them at all; the item itself is checked where it is read. Gives
 * the request its context, with the reader.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    if (access === undefined) throw new CodedError('AUTH.FORBIDDEN');
    const request = execution.switchToHttp().getRequest<ContextRequest>();
    request.actor = await this.sessions.actorOf(request.headers.authorization, !READ_METHODS.has(request.method));
    giveContext(request, this.database.read, this.clock.now());
    if (access === 'public') return true;
    if (request.actor === null) throw new CodedError('AUTH.REQUIRED');
    if (!mayEver(access, request.actor.grants)) throw new CodedError('AUTH.FORBIDDEN');
    return true;
  }
}
