import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** bigint comes back as a string from some drivers; a millisecond always fits a number. */
const epochTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** The primary key: a ULID, whose order is the order of creation. */
export const IdColumn = () => PrimaryColumn({ type: 'varchar', length: 26 });

/** The id of another row. */
export const RefColumn = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 26, ...options });

/** Part of a composite primary key. */
export const KeyColumn = (length = 26) => PrimaryColumn({ type: 'varchar', length });

/** A moment, ms since 1970. */
export const EpochColumn = (options: ColumnOptions = {}) =>
  Column({ type: 'bigint', transformer: epochTransformer, ...options });

/** A region code, see shared/regions/region.ts. */
export const RegionColumn = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 12, ...options });

/** A state, role, category or another word out of a list in shared. */
export const WordColumn = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 24, ...options });

export const TextColumn = (options: ColumnOptions = {}) => Column({ type: 'text', ...options });

/** A line of at most `length` characters. */
export const LineColumn = (length: number, options: ColumnOptions = {}) =>
  Column({ type: 'varchar', length, ...options });

export const FlagColumn = (options: ColumnOptions = {}) => Column({ type: 'boolean', ...options });

export const WholeColumn = (options: ColumnOptions = {}) => Column({ type: 'int', ...options });

export const CountColumn = () => Column({ type: 'int', default: 0 });

/** A list or object that is read and written whole and never searched by its parts. */
export const JsonColumn = (options: ColumnOptions = {}) => Column({ type: 'simple-json', ...options });
