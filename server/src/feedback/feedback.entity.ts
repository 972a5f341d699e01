import type { FeedbackKind, FeedbackState } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  EpochColumn,
  FlagColumn,
  IdColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** 投诉建议; only its writer and those who answer read it. */
@Entity('feedback')
@Index(['township', 'isOpen', 'id'])
@Index(['county', 'isOpen', 'id'])
@Index(['personId', 'id'])
export class FeedbackEntity {
  @IdColumn() id: string;
  @WordColumn() kind: FeedbackKind;
  @WordColumn() state: FeedbackState;
  /** Not answered yet. */
  @FlagColumn() isOpen: boolean;
  @RegionColumn() county: string;
  @RegionColumn() township: string;
  @RefColumn() personId: string;
  @TextColumn() text: string;
  /** Sealed by FieldCipher. */
  @TextColumn({ nullable: true }) contact: string | null;
  @TextColumn({ nullable: true }) answer: string | null;
  @EpochColumn() dueAt: number;
  @EpochColumn() createdAt: number;
  @EpochColumn({ nullable: true }) answeredAt: number | null;
}
