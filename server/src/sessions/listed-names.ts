import { DAY_MS, GUEST_GONE_NAME, GUEST_LIMITS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn, type SealedField } from '../common/crypto/sealed-field.js';
import { GUEST_NAME_FIELD, GUEST_UNIT_FIELD, RECOMMENDED_BY_FIELD } from '../database/sealed-fields.js';
import type { ParticipantEntity, SessionEntity } from './session.entity.js';

/** What who lists somebody says of them, and no account does. */
export interface Said {
  /** Of a guest. */
  readonly name?: string;
  readonly unit?: string;
  readonly recommendedBy?: string;
}

type SealedNames = Pick<ParticipantEntity, 'guestName' | 'guestUnit' | 'recommendedBy' | 'namesUntil'>;

/** What a row says once somebody is off the list or the time of its names is over. */
export const NO_NAMES: SealedNames = { guestName: null, guestUnit: null, recommendedBy: null, namesUntil: null };

/** Names on the list that are no account's: encrypted, as whom they name can neither see nor delete them themselves. */
@Injectable()
export class ListedNames {
  constructor(private readonly cipher: FieldCipher) {}

  /** @param id of the row that the text will stand in */
  seal(id: string, { name, unit, recommendedBy }: Said, { endsAt }: SessionEntity): SealedNames {
    if (name === undefined && recommendedBy === undefined) return NO_NAMES;
    const seal = (field: SealedField, text: string | undefined) =>
      text === undefined ? null : this.cipher.seal(text, placeIn(field, id));
    return {
      guestName: seal(GUEST_NAME_FIELD, name),
      guestUnit: seal(GUEST_UNIT_FIELD, unit),
      recommendedBy: seal(RECOMMENDED_BY_FIELD, recommendedBy),
      namesUntil: endsAt + GUEST_LIMITS.keptDays * DAY_MS,
    };
  }

  nameOf({ id, guest_name }: { id: string; guest_name: string | null }): string {
    return this.open(GUEST_NAME_FIELD, id, guest_name) ?? GUEST_GONE_NAME;
  }

  unitOf({ id, guest_unit }: { id: string; guest_unit: string | null }): string | null {
    return this.open(GUEST_UNIT_FIELD, id, guest_unit);
  }

  recommenderOf({ id, recommended_by }: { id: string; recommended_by: string | null }): string | null {
    return this.open(RECOMMENDED_BY_FIELD, id, recommended_by);
  }

  private open(field: SealedField, id: string, sealed: string | null): string | null {
    return sealed === null ? null : this.cipher.open(sealed, placeIn(field, id));
  }
}
