import type { MaterialAudience, MaterialExtension, MaterialKind } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RefColumn, TextColumn, WordColumn } from '../database/columns.js';

/** A paper for a session; a file belongs to nothing until its paper is added. */
@Entity('session_materials')
@Index(['sessionId', 'id'])
export class SessionMaterialEntity {
  @IdColumn() id: string;
  @RefColumn({ nullable: true }) sessionId: string | null;
  /** An item of the session's programme. */
  @LineColumn(36, { nullable: true }) itemId: string | null;
  @LineColumn(60) title: string;
  @WordColumn() kind: MaterialKind;
  @WordColumn({ nullable: true }) extension: MaterialExtension | null;
  @Column({ type: 'int', nullable: true }) bytes: number | null;
  @TextColumn({ nullable: true }) text: string | null;
  @WordColumn() audience: MaterialAudience;
  @RefColumn() uploaderId: string;
  @EpochColumn() createdAt: number;
  /** Since when it has belonged to nothing, null while it belongs to a session; after a day it is let go. */
  @Index() @EpochColumn({ nullable: true }) looseSince: number | null;
}
