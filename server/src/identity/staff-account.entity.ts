import { Entity, Index } from 'typeorm';
import {
  CountColumn,
  EpochColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RegionColumn,
  TextColumn,
} from '../database/columns.js';

/** How one of the staff signs in at a desktop. */
@Entity('staff_accounts')
@Index(['county', 'personId'])
export class StaffAccountEntity {
  @KeyColumn() personId: string;
  @Index({ unique: true }) @LineColumn(32) username: string;
  /** Whose administrators look after it. */
  @RegionColumn() county: string;
  /** argon2id */
  @LineColumn(200) passwordHash: string;
  /** Of the passwords before, the latest first. */
  @JsonColumn() oldHashes: string[];
  /** Secret of the authenticator, encrypted. */
  @TextColumn() totpSecret: string;
  /** The 30-second step whose code was used last: no code is good twice. */
  @EpochColumn() totpStep: number;
  /** When its owner set up an authenticator and a password of their own; null until then. */
  @EpochColumn({ nullable: true }) setUpAt: number | null;
  /** Wrong passwords or codes in a row. */
  @CountColumn() failures: number;
  @EpochColumn({ nullable: true }) lockedUntil: number | null;
  @EpochColumn({ nullable: true }) disabledAt: number | null;
  @EpochColumn() createdAt: number;
}
