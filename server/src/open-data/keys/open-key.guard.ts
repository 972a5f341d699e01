import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { OpenKeyUses } from './open-key-uses.js';
import type { OpenRequest } from './recognise-keys.js';

/** Refuses a key that does not work, once the limit of its address has let it through, and counts one that does. */
@Injectable()
export class OpenKeyGuard implements CanActivate {
  constructor(
    private readonly uses: OpenKeyUses,
    private readonly clock: Clock,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    const { openKey } = execution.switchToHttp().getRequest<OpenRequest>();
    if (openKey === null) throw new CodedError('OPEN.KEY_REFUSED');
    if (openKey !== undefined) this.uses.count(openKey, this.clock.now());
    return true;
  }
}
