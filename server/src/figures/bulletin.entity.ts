import { Entity } from 'typeorm';
import { CountColumn, EpochColumn, KeyColumn, TextColumn } from '../database/columns.js';

/** What an office writes before the 通报 of a month; everything else of it is drafted from the figures. */
@Entity('bulletins')
export class BulletinEntity {
  @KeyColumn(12) county: string;
  /** YYYY-MM */
  @KeyColumn(7) month: string;
  @TextColumn() opening: string;
  @CountColumn() revision: number;
  @EpochColumn() updatedAt: number;
}
