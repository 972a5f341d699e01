import { LOCKOUT, MINUTE_MS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { CodedError } from '../common/errors/coded-error.js';
import { Database } from '../database/database.js';
import { StaffAccountEntity } from './staff-account.entity.js';

/** Counts wrong passwords and codes of an account, in the database, and locks it for a while. */
@Injectable()
export class StaffAttempts {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt before it is made, so that guesses made at once cannot be more than guesses made in a row.
   * @throws AUTH.LOCKED
   */
  async begin(personId: string, now: number): Promise<void> {
    const begun = await this.database.write(async (db) => {
      // Holds the row: attempts of one account are counted one after the other.
      await db.query('UPDATE staff_accounts SET failures = failures + 1 WHERE person_id = ?', [personId]);
      const account = await db.findOneByOrFail(StaffAccountEntity, { personId });
      const { lockedUntil, failures } = account;
      if (lockedUntil !== null && lockedUntil > now) {
        await db.update(StaffAccountEntity, { personId }, { failures: 0 });
        return lockedUntil;
      }
      const full = failures >= LOCKOUT.failures;
      const counted = { failures: full ? 0 : failures, lockedUntil: full ? now + LOCKOUT.ms : null };
      await db.update(StaffAccountEntity, { personId }, counted);
      return null;
    });
    if (begun === null) return;
    const minutes = Math.ceil((begun - now) / MINUTE_MS);
    throw new CodedError('AUTH.LOCKED', { failures: LOCKOUT.failures, minutes });
  }
}

/** Says neither whether the user name exists nor what was wrong. */
export function wrongPassword(): CodedError {
  return new CodedError('AUTH.WRONG_PASSWORD', { failures: LOCKOUT.failures, minutes: LOCKOUT.ms / MINUTE_MS });
}
