import { PHONE_PATTERN } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { LookupHash } from '../common/crypto/lookup-hash.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { PHONE_FIELD } from '../database/sealed-fields.js';
import { PhoneEntity } from './personal.entity.js';

/** People's phone numbers, encrypted; each belongs to one person. */
@Injectable()
export class Phones {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly lookup: LookupHash,
  ) {}

  /** The row of a number, for whoever inserts many at once. */
  row(personId: string, phone: string, now: number): PhoneEntity {
    return {
      personId,
      phone: this.cipher.seal(phone, placeIn(PHONE_FIELD, personId)),
      lookup: this.lookup.of('phone', phone),
      boundAt: now,
    };
  }

  /** Binds a number in place of the one before. @throws PHONE.NOT_SUPPORTED, PHONE.TAKEN */
  async bind(db: EntityManager, personId: string, phone: string, now: number): Promise<void> {
    if (!PHONE_PATTERN.test(phone)) throw new CodedError('PHONE.NOT_SUPPORTED');
    const row = this.row(personId, phone, now);
    await lockRow(db, 'people', personId);
    const holder = await db.findOneBy(PhoneEntity, { lookup: row.lookup });
    if (holder !== null && holder.personId !== personId) throw new CodedError('PHONE.TAKEN');
    await db.save(PhoneEntity, row);
  }

  /** Whose number this is, by the whole of it. */
  async holder(db: EntityManager, phone: string): Promise<string | null> {
    return (await db.findOneBy(PhoneEntity, { lookup: this.lookup.of('phone', phone) }))?.personId ?? null;
  }

  /** The numbers of many people at once. */
  async ofMany(db: EntityManager, ids: readonly string[]): Promise<(id: string) => string | null> {
    const rows = ids.length === 0 ? [] : await db.findBy(PhoneEntity, { personId: In([...ids]) });
    const sealed = new Map(rows.map(({ personId, phone }) => [personId, phone]));
    return (id) => {
      const phone = sealed.get(id);
      return phone === undefined ? null : this.cipher.open(phone, placeIn(PHONE_FIELD, id));
    };
  }

  /** Null while none is bound. */
  async of(db: EntityManager, personId: string): Promise<string | null> {
    const row = await db.findOneBy(PhoneEntity, { personId });
    return row && this.cipher.open(row.phone, placeIn(PHONE_FIELD, personId));
  }

  async isBound(db: EntityManager, personId: string): Promise<boolean> {
    return db.existsBy(PhoneEntity, { personId });
  }
}
