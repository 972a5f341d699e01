import type { ContentState } from '@consult/shared';
import { Column, Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, RefColumn, WordColumn } from '../database/columns.js';

/** What a photo can belong to. */
export type AttachmentOwner =
  | 'topic'
  | 'minutes'
  | 'task_progress'
  | 'task_reply'
  | 'task_photo'
  | 'task_visit'
  | 'look_back'
  | 'person'
  | 'research_visit'
  | 'case';

/** A photo; it belongs to nothing until what it was uploaded for is saved. */
@Entity('attachments')
@Index(['ownerKind', 'ownerId'])
export class AttachmentEntity {
  @IdColumn() id: string;
  @RefColumn() uploaderId: string;
  @WordColumn({ nullable: true }) ownerKind: AttachmentOwner | null;
  @RefColumn({ nullable: true }) ownerId: string | null;
  @Column({ type: 'int', default: 0 }) position: number;
  @Column({ type: 'int' }) width: number;
  @Column({ type: 'int' }) height: number;
  @Column({ type: 'int' }) bytes: number;
  /** Whether it may be shown to others, see the content machine. */
  @WordColumn({ default: 'pending' }) content: ContentState;
  @EpochColumn() createdAt: number;
  /** Since when it has belonged to nothing, null while it belongs to something; after a day it is let go. */
  @Index() @EpochColumn({ nullable: true }) looseSince: number | null;
}
