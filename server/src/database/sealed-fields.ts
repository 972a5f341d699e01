import type { SealedField } from '../common/crypto/sealed-field.js';

export const PHONE_FIELD: SealedField = { table: 'phones', key: 'person_id', column: 'phone' };
export const TOTP_FIELD: SealedField = { table: 'staff_accounts', key: 'person_id', column: 'totp_secret' };
export const ON_BEHALF_PHONE_FIELD: SealedField = { table: 'topics', key: 'id', column: 'on_behalf_phone' };

export const GUEST_NAME_FIELD: SealedField = { table: 'participants', key: 'id', column: 'guest_name' };
export const GUEST_UNIT_FIELD: SealedField = { table: 'participants', key: 'id', column: 'guest_unit' };
export const RECOMMENDED_BY_FIELD: SealedField = { table: 'participants', key: 'id', column: 'recommended_by' };
export const FEEDBACK_CONTACT_FIELD: SealedField = { table: 'feedback', key: 'id', column: 'contact' };

/** Every encrypted column: what an exchange of keys goes through. */
export const SEALED_FIELDS: readonly SealedField[] = [
  PHONE_FIELD,
  TOTP_FIELD,
  ON_BEHALF_PHONE_FIELD,
  GUEST_NAME_FIELD,
  GUEST_UNIT_FIELD,
  RECOMMENDED_BY_FIELD,
  FEEDBACK_CONTACT_FIELD,
];
