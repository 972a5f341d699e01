import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { STAFF_SETUP_MS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { CodedError } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { StaffAccountEntity } from './staff-account.entity.js';

const ALGORITHM = 'HS256';

/** Lets whoever gave the first password set up the account; worthless as soon as the password has changed. */
@Injectable()
export class StaffTickets {
  private readonly key: KeyObject;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = createSecretKey(Buffer.from(`staff-setup:${config.secret}`));
  }

  issue(account: StaffAccountEntity, now: number): Promise<string> {
    return new SignJWT({ of: passwordMark(account) })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(account.personId)
      .setExpirationTime(Math.floor((now + STAFF_SETUP_MS) / 1000))
      .sign(this.key);
  }

  /** Whose it is. @throws AUTH.SETUP_EXPIRED */
  async personOf(
    ticket: string,
    now: number,
  ): Promise<{ personId: string; isOf(account: StaffAccountEntity): boolean }> {
    try {
      const { payload } = await jwtVerify(ticket, this.key, { algorithms: [ALGORITHM], currentDate: new Date(now) });
      return { personId: payload.sub ?? '', isOf: (account) => payload.of === passwordMark(account) };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new CodedError('AUTH.SETUP_EXPIRED');
      throw error;
    }
  }
}

function passwordMark({ passwordHash }: StaffAccountEntity): string {
  return createHash('sha256').update(passwordHash).digest('base64url');
}
