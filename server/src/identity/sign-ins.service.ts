import { createHash, createHmac, randomBytes } from 'node:crypto';
import { REFRESH_GRACE_MS, type SignInWay, signInTerms } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { newId } from '../common/ids.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Sessions } from './sessions.service.js';
import { SignInEntity } from './sign-in.entity.js';

/** What a device keeps of its sign-in. Moments are ms since 1970. */
export interface Tokens {
  readonly signInId: string;
  readonly token: string;
  readonly expiresAt: number;
  readonly refreshToken: string;
  readonly refreshExpiresAt: number;
}

const SECRET_BYTES = 32;
/** After a lost race a second look finds the successor; a third is never needed. */
const LOOKS = 2;

/**
 * Sign-ins and their refresh tokens. Each refresh token is good once and is followed by the next, which is derived
 * from it with the server's key: whoever asks again with the same one within the grace gets the same answer, be it
 * a retry or a second tab. Later, the old one means theft, and the whole sign-in ends.
 */
@Injectable()
export class SignIns {
  private readonly key: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: Sessions,
  ) {
    this.key = `refresh:${config.secret}`;
  }

  async open(
    db: EntityManager,
    now: number,
    { personId, way, device }: { personId: string; way: SignInWay; device: string },
  ): Promise<Tokens> {
    const { idleMs, wholeMs } = signInTerms(way);
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const signIn: SignInEntity = {
      id: newId(now),
      personId,
      way,
      device,
      refreshHash: sha256(secret),
      previousHash: null,
      rotatedAt: now,
      createdAt: now,
      expiresAt: now + idleMs,
      endsAt: wholeMs === null ? null : now + wholeMs,
      endedAt: null,
    };
    await db.insert(SignInEntity, signIn);
    return this.tokens(signIn, secret, now);
  }

  /** The next tokens; null when the refresh token is not good, in which case a theft has been dealt with. */
  async refresh(db: EntityManager, now: number, refreshToken: string): Promise<Tokens | null> {
    const [id = '', secret = ''] = refreshToken.split('.');
    const hash = sha256(secret);
    for (let look = 0; look < LOOKS; look++) {
      const signIn = await db.findOneBy(SignInEntity, { id, endedAt: IsNull() });
      if (signIn === null || signIn.expiresAt <= now) return null;
      const next = this.successor(id, secret);
      if (hash === signIn.previousHash) {
        if (now - signIn.rotatedAt <= REFRESH_GRACE_MS) return this.tokens(signIn, next, now);
        await this.end(db, now, signIn);
        return null;
      }
      if (hash !== signIn.refreshHash) return null;
      const idle = now + signInTerms(signIn.way).idleMs;
      const changed = {
        refreshHash: sha256(next),
        previousHash: hash,
        rotatedAt: now,
        expiresAt: Math.min(idle, signIn.endsAt ?? idle),
      };
      const { affected } = await db.update(SignInEntity, { id, refreshHash: hash, endedAt: IsNull() }, changed);
      if (affected === 1) return this.tokens({ ...signIn, ...changed }, next, now);
    }
    return null;
  }

  /** Ends the sign-ins of a person that still stand: all, one, or all but one. @returns how many */
  async end(
    db: EntityManager,
    now: number,
    { personId, id, except }: { personId: string; id?: string; except?: string },
  ): Promise<number> {
    const which = { personId, ...(id && { id }), ...(except && { id: Not(except) }), endedAt: IsNull() };
    const { affected } = await db.update(SignInEntity, which, { endedAt: now });
    this.sessions.forget(personId);
    return affected ?? 0;
  }

  private async tokens(signIn: SignInEntity, secret: string, now: number): Promise<Tokens> {
    const expiresAt = Math.min(now + signInTerms(signIn.way).accessMs, signIn.endsAt ?? Number.POSITIVE_INFINITY);
    return {
      signInId: signIn.id,
      token: await this.sessions.issue(signIn, now, expiresAt),
      expiresAt,
      refreshToken: `${signIn.id}.${secret}`,
      refreshExpiresAt: signIn.expiresAt,
    };
  }

  private successor(id: string, secret: string): string {
    return createHmac('sha256', this.key).update(`${id}.${secret}`).digest('base64url');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
