import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { PeopleRepository } from '../people/people.repository.js';

const ALGORITHM = 'HS256';
/** People who are active at the same time; each costs less than a kilobyte. */
const REMEMBERED = 10_000;
/** A page asks several things at once: for its reads, who somebody is and what they may do is this fresh. */
const FRESH_MS = 2_000;

interface Claims {
  readonly signInId: string;
  readonly expiresAt: number;
}

/**
 * Who is signed in: a signed token that names the sign-in. Whether that still stands, and what its person may do,
 * is not in it: a write reads it afresh, reads within two seconds of one another share it.
 */
@Injectable()
export class Sessions {
  private readonly key: KeyObject;
  /** By token: its signature is checked once, its end each time. */
  private readonly verified = new LRUCache<string, Claims>({ max: REMEMBERED });
  /** By sign-in. */
  private readonly recent = new LRUCache<string, { actor: Actor; readAt: number }>({ max: REMEMBERED });

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {
    // Made once: from bytes a key would be made anew for each request.
    this.key = createSecretKey(Buffer.from(`session:${config.secret}`));
  }

  /** An access token of a sign-in. @param expiresAt ms since 1970 */
  issue(signIn: { id: string; personId: string }, now: number, expiresAt: number): Promise<string> {
    return new SignJWT({ sid: signIn.id })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(signIn.personId)
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.key);
  }

  /** Has the next read look afresh: for whoever ends a sign-in, or changes what a person is called or may do. */
  forget(personId: string): void {
    for (const [signInId, { actor }] of this.recent.entries()) {
      if (actor.id === personId) this.recent.delete(signInId);
    }
  }

  /**
   * The person behind an Authorization header; null for a visitor.
   * @param afresh whatever a read found a moment ago, as a write has to
   * @throws AUTH.EXPIRED for a token that is out of date, forged, or of a sign-in that was ended
   */
  async actorOf(authorization: string | undefined, afresh: boolean): Promise<Actor | null> {
    if (authorization === undefined) return null;
    const { signInId } = await this.claimsOf(authorization);
    const now = this.clock.now();
    const known = this.recent.get(signInId);
    if (!afresh && known !== undefined && Math.abs(now - known.readAt) < FRESH_MS) return known.actor;
    const actor = await this.people.actor(this.database.read, signInId);
    if (actor === null) {
      this.recent.delete(signInId);
      throw new CodedError('AUTH.EXPIRED');
    }
    this.recent.set(signInId, { actor, readAt: now });
    return actor;
  }

  private async claimsOf(authorization: string): Promise<Claims> {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
    if (token === undefined) throw new CodedError('AUTH.EXPIRED');
    const claims = this.verified.get(token) ?? (await this.verify(token));
    if (claims.expiresAt <= this.clock.now()) throw new CodedError('AUTH.EXPIRED');
    this.verified.set(token, claims);
    return claims;
  }

  private async verify(token: string): Promise<Claims> {
    try {
      const currentDate = new Date(this.clock.now());
      const { payload } = await jwtVerify(token, this.key, { algorithms: [ALGORITHM], currentDate });
      return { signInId: typeof payload.sid === 'string' ? payload.sid : '', expiresAt: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new CodedError('AUTH.EXPIRED');
      throw error;
    }
  }
}
