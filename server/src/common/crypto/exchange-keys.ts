import type { EntityManager } from 'typeorm';
import type { FieldCipher } from './field-cipher.js';
import { placeIn, type SealedField } from './sealed-field.js';

const AT_ONCE = 500;

/**
 * Encrypts anew what an older key encrypted. Servers may be running: a field that changes meanwhile is left to them,
 * since they write with the current key. It can be stopped and begun again.
 * @returns how many fields of the column were changed
 */
export async function exchangeKeys(db: EntityManager, cipher: FieldCipher, field: SealedField): Promise<number> {
  const { table, key, column } = field;
  let changed = 0;
  for (let after = ''; ; ) {
    const rows: { id: string; sealed: string }[] = await db.query(
      `SELECT ${key} AS id, ${column} AS sealed FROM ${table}
       WHERE ${key} > ? AND ${column} IS NOT NULL ORDER BY ${key} LIMIT ${AT_ONCE}`,
      [after],
    );
    for (const { id, sealed } of rows.filter((row) => !cipher.isCurrent(row.sealed))) {
      const place = placeIn(field, id);
      await db.query(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ? AND ${column} = ?`, [
        cipher.seal(cipher.open(sealed, place), place),
        id,
        sealed,
      ]);
      changed += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return changed;
    after = last.id;
  }
}
