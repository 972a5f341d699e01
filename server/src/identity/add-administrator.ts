import { regionLevel, USERNAME_PATTERN } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { StaffEventEntity } from '../appointments/staff-event.entity.js';
import type { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { newId } from '../common/ids.js';
import { TOTP_FIELD } from '../database/sealed-fields.js';
import { GrantEntity, PersonEntity } from '../people/person.entity.js';
import { RegionEntity } from '../regions/region.entity.js';
import { newAuthenticatorSecret } from './authenticator.js';
import { StaffAccountEntity } from './staff-account.entity.js';
import { hashPassword, initialPassword } from './staff-passwords.js';

/**
 * The first administrator of a county, whom no other can appoint.
 * @returns their first password, to be shown once
 * @throws Error saying what is wrong with the name, the county or the user name
 */
export async function addAdministrator(
  db: EntityManager,
  cipher: FieldCipher,
  now: number,
  { name, county, username }: { name: string; county: string; username: string },
): Promise<string> {
  if (name === '') throw new Error('the name is missing');
  if (!USERNAME_PATTERN.test(username))
    throw new Error('the user name must be small letters, digits, dots and hyphens');
  if (regionLevel(county) !== 'county' || !(await db.existsBy(RegionEntity, { code: county }))) {
    throw new Error(`there is no county ${county}`);
  }
  if (await db.existsBy(StaffAccountEntity, { username })) throw new Error(`the user name ${username} is taken`);
  const personId = newId(now);
  const password = initialPassword();
  await db.insert(PersonEntity, { id: personId, name, proposedName: null, homeTownship: null, createdAt: now });
  const grant = { role: 'admin', region: county, departmentId: null } as const;
  await db.insert(GrantEntity, { id: newId(now), personId, ...grant });
  for (const event of [
    { action: 'grant', ...grant },
    { action: 'open_account', role: null, region: null, departmentId: null },
  ] as const) {
    await db.insert(StaffEventEntity, {
      id: newId(now),
      county,
      actorId: null,
      personId,
      ...event,
      requestId: null,
      at: now,
    });
  }
  await db.insert(StaffAccountEntity, {
    personId,
    username,
    county,
    passwordHash: await hashPassword(password),
    oldHashes: [],
    totpSecret: cipher.seal(newAuthenticatorSecret(), placeIn(TOTP_FIELD, personId)),
    totpStep: 0,
    setUpAt: null,
    failures: 0,
    lockedUntil: null,
    disabledAt: null,
    createdAt: now,
  });
  return password;
}
