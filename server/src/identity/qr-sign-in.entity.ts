import { Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RefColumn, WordColumn } from '../database/columns.js';

/** A desktop that waits to be let in by a phone. */
@Entity('qr_sign_ins')
export class QrSignInEntity {
  @IdColumn() id: string;
  @Index({ unique: true }) @LineColumn(32) scene: string;
  /** SHA-256 of what the desktop alone knows. */
  @LineColumn(64) secretHash: string;
  /** What has happened; that time is up is told by `expiresAt`. */
  @WordColumn() state: 'pending' | 'scanned' | 'confirmed' | 'refused' | 'used';
  @LineColumn(60) device: string;
  /** Who scanned it. */
  @Index() @RefColumn({ nullable: true }) personId: string | null;
  @EpochColumn() createdAt: number;
  @Index() @EpochColumn() expiresAt: number;
}
