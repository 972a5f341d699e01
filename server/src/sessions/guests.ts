import { DAY_MS, GUEST_GONE_NAME, GUEST_LIMITS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn, type SealedField } from '../common/crypto/sealed-field.js';
import { GUEST_NAME_FIELD, GUEST_UNIT_FIELD } from '../database/sealed-fields.js';
import type { ParticipantEntity, SessionEntity } from './session.entity.js';

export interface Guest {
  readonly name: string;
  readonly unit: string | null;
}

type SealedGuest = Pick<ParticipantEntity, 'guestName' | 'guestUnit' | 'namesUntil'>;

/** What a row says of a guest once they are off the list or their time is over. */
export const NO_GUEST: SealedGuest = { guestName: null, guestUnit: null, namesUntil: null };

/** Names of those who take part without an account: encrypted, as they can neither see nor delete them themselves. */
@Injectable()
export class Guests {
  constructor(private readonly cipher: FieldCipher) {}

  /** @param id of the row that the text will stand in */
  seal(id: string, { name, unit }: Guest, { endsAt }: SessionEntity): SealedGuest {
    return {
      guestName: this.cipher.seal(name, placeIn(GUEST_NAME_FIELD, id)),
      guestUnit: unit === null ? null : this.cipher.seal(unit, placeIn(GUEST_UNIT_FIELD, id)),
      namesUntil: endsAt + GUEST_LIMITS.keptDays * DAY_MS,
    };
  }

  nameOf({ id, guest_name }: { id: string; guest_name: string | null }): string {
    return this.open(GUEST_NAME_FIELD, id, guest_name) ?? GUEST_GONE_NAME;
  }

  unitOf({ id, guest_unit }: { id: string; guest_unit: string | null }): string | null {
    return this.open(GUEST_UNIT_FIELD, id, guest_unit);
  }

  private open(field: SealedField, id: string, sealed: string | null): string | null {
    return sealed === null ? null : this.cipher.open(sealed, placeIn(field, id));
  }
}
