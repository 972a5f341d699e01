/** A column that holds text encrypted by FieldCipher. */
export interface SealedField {
  readonly table: string;
  /** The primary key. */
  readonly key: string;
  readonly column: string;
}

/** What the cipher binds the text of one row to. */
export function placeIn({ table, column }: SealedField, id: string): string {
  return `${table}.${column}.${id}`;
}
