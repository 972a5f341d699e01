import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { Database } from '../database/database.js';
import { TOTP_FIELD } from '../database/sealed-fields.js';
import { StaffAccountEntity } from '../identity/staff-account.entity.js';
import { hashPassword } from '../identity/staff-passwords.js';
import { GrantEntity } from '../people/person.entity.js';
import { COUNTIES } from './places.data.js';

/** The one account that signs in at a desktop with a password; everybody may know it. */
export const DEMO_STAFF = {
  username: 'zhaojiren',
  password: 'Demo-2026-Desk',
  authenticator: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
} as const;

/** Gives the first township's convener the account. */
export async function loadStaffAccount(app: NestFastifyApplication, now: number): Promise<void> {
  const county = COUNTIES[0]?.code ?? '';
  const region = COUNTIES[0]?.townships[0]?.code ?? '';
  const passwordHash = await hashPassword(DEMO_STAFF.password);
  await app.get(Database).write(async (db) => {
    const { personId } = await db.findOneByOrFail(GrantEntity, { role: 'convener', region });
    await db.insert(StaffAccountEntity, {
      personId,
      username: DEMO_STAFF.username,
      county,
      passwordHash,
      oldHashes: [],
      totpSecret: app.get(FieldCipher).seal(DEMO_STAFF.authenticator, placeIn(TOTP_FIELD, personId)),
      totpStep: 0,
      setUpAt: now,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
      createdAt: now,
    });
  });
}
