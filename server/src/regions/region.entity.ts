import type { OwnSettings, RegionLevel } from '@consult/shared';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  JsonColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  WordColumn,
} from '../database/columns.js';

@Entity('regions')
export class RegionEntity {
  @PrimaryColumn({ type: 'varchar', length: 12 }) code: string;
  @LineColumn(40) name: string;
  @WordColumn() level: RegionLevel;
  @Index() @RegionColumn({ nullable: true }) parent: string | null;
}

@Entity('region_settings')
export class RegionSettingsEntity {
  @PrimaryColumn({ type: 'varchar', length: 12 }) region: string;
  @JsonColumn() settings: OwnSettings;
  @EpochColumn() updatedAt: number;
}

/** Who changed a region's settings, and how; rows are only ever added. */
@Entity('settings_changes')
@Index(['region', 'id'])
export class SettingsChangeEntity {
  @IdColumn() id: string;
  @RegionColumn() region: string;
  @RefColumn() actorId: string;
  /** Null when the region had set nothing itself. */
  @JsonColumn({ nullable: true }) previous: OwnSettings | null;
  @JsonColumn() settings: OwnSettings;
  @LineColumn(40) requestId: string;
  @EpochColumn() at: number;
}

/** 承办部门 */
@Entity('departments')
export class DepartmentEntity {
  @IdColumn() id: string;
  @LineColumn(40) name: string;
  @Index() @RegionColumn() region: string;
}
