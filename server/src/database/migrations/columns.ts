import type { TableColumnOptions } from 'typeorm';

type Extra = Pick<TableColumnOptions, 'isPrimary' | 'isNullable' | 'default'>;

/** A column of at most `length` characters. */
export const line = (name: string, length: number, extra: Extra = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...extra,
});

/** ms since 1970 */
export const moment = (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'bigint', ...extra });
export const whole = (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'integer', ...extra });
export const flag = (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'boolean', ...extra });
export const text = (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'text', ...extra });
