import { Column, Entity, Index } from 'typeorm';
import { EpochColumn, KeyColumn, LineColumn, TextColumn } from '../../database/columns.js';

/** The first answer to a write, kept to answer its retries. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  /** The person who wrote. */
  @KeyColumn() owner: string;
  @KeyColumn(64) key: string;
  /** SHA-256 of method, path and body: the same key must mean the same request. */
  @LineColumn(64) fingerprint: string;
  @Column({ type: 'int' }) status: number;
  @TextColumn() body: string;
  @Index() @EpochColumn() createdAt: number;
}
