import { regionAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { SessionsRepository } from './sessions.repository.js';

/** Whom a session can name or invite: people of its township, and of its county's offices. */
@Injectable()
export class SessionPeople {
  constructor(private readonly sessions: SessionsRepository) {}

  /**
   * @param named field of the request → the people it names
   * @throws REQUEST.INVALID naming the first field with somebody unknown there
   */
  async check(
    ctx: RequestContext,
    township: string,
    named: Readonly<Record<string, readonly string[]>>,
  ): Promise<void> {
    const regions = [township, regionAt(township, 'county')].filter((code) => code !== undefined);
    const known = await this.sessions.peopleOf(ctx.db, Object.values(named).flat(), regions);
    const field = Object.keys(named).find((name) => named[name]?.some((id) => !known.has(id)));
    if (field !== undefined) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field, message: '没有找到这个人，请重新选择' }] });
    }
  }
}
