import { randomBytes } from 'node:crypto';
import { CODE_LENGTH, publicCodeOf } from '@consult/shared';
import type { EntityManager } from 'typeorm';

/** A code for a new row. The table's unique index has the last word on what two transactions take at once. */
export async function newPublicCode(db: EntityManager, table: 'tasks' | 'topics'): Promise<string> {
  for (;;) {
    const code = publicCodeOf(randomBytes(CODE_LENGTH));
    const taken: unknown[] = await db.query(`SELECT 1 FROM ${table} WHERE code = ?`, [code]);
    if (taken.length === 0) return code;
  }
}
