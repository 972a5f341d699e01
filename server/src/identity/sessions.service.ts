import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { PeopleRepository } from '../people/people.repository.js';

const LIFETIME_MS = 12 * 60 * 60 * 1000;
const ALGORITHM = 'HS256';

/** Who is signed in: a signed token that names the person; what they may do is read afresh each time. */
@Injectable()
export class Sessions {
  private readonly key: KeyObject;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {
    // Made once: from bytes a key would be made anew for each request.
    this.key = createSecretKey(Buffer.from(`session:${config.secret}`));
  }

  /** @returns the token and when it ends, ms since 1970 */
  async open(personId: string): Promise<{ token: string; expiresAt: number }> {
    const now = this.clock.now();
    const expiresAt = now + LIFETIME_MS;
    const token = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(personId)
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.key);
    return { token, expiresAt };
  }

  /**
   * The person behind an Authorization header; null for a visitor.
   * @throws AUTH.EXPIRED for a token that is out of date, forged, or of somebody who is gone
   */
  async actorOf(authorization: string | undefined): Promise<Actor | null> {
    if (authorization === undefined) return null;
    const actor = await this.people.actor(this.database.read, await this.subject(authorization));
    if (actor === null) throw new CodedError('AUTH.EXPIRED');
    return actor;
  }

  private async subject(authorization: string): Promise<string> {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
    if (token === undefined) throw new CodedError('AUTH.EXPIRED');
    try {
      const currentDate = new Date(this.clock.now());
      const { payload } = await jwtVerify(token, this.key, { algorithms: [ALGORITHM], currentDate });
      return payload.sub ?? '';
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new CodedError('AUTH.EXPIRED');
      throw error;
    }
  }
}
