import type { SignInWay } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RefColumn, WordColumn } from '../database/columns.js';

/** One device that is, or was, signed in. */
@Entity('sign_ins')
@Index(['personId', 'id'])
export class SignInEntity {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  @WordColumn() way: SignInWay;
  @LineColumn(60) device: string;
  /** SHA-256 of the refresh token that is good now. */
  @LineColumn(64) refreshHash: string;
  /** Of the one before: whoever shows it late has stolen it, or was stolen from. */
  @LineColumn(64, { nullable: true }) previousHash: string | null;
  /** When the refresh tokens changed last. */
  @EpochColumn() rotatedAt: number;
  @EpochColumn() createdAt: number;
  /** When it ends if it is not used until then. */
  @Index() @EpochColumn() expiresAt: number;
  /** When it ends however much it is used. */
  @EpochColumn({ nullable: true }) endsAt: number | null;
  /** Signed out or revoked. */
  @EpochColumn({ nullable: true }) endedAt: number | null;
}
