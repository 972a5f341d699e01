import { OPEN_KEY_LIMITS, OPEN_KEY_PREFIX, type OpenKeyAction } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  WholeColumn,
  WordColumn,
} from '../../database/columns.js';

const DAY_LENGTH = 10;
const SHA256_HEX = 64;

/** A key to open data; the key itself is nowhere. */
@Entity('open_keys')
@Index(['county', 'id'])
@Index(['hash'], { unique: true })
export class OpenKeyEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @LineColumn(OPEN_KEY_PREFIX) prefix: string;
  @LineColumn(SHA256_HEX) hash: string;
  @LineColumn(OPEN_KEY_LIMITS.holderMax) holder: string;
  @LineColumn(OPEN_KEY_LIMITS.purposeMax) purpose: string;
  /** The first moment at which it no longer works. */
  @EpochColumn({ nullable: true }) endsAt: number | null;
  /** When somebody ended it. */
  @EpochColumn({ nullable: true }) endedAt: number | null;
  @EpochColumn() createdAt: number;
}

/** How often a key was used on a day. */
@Entity('open_key_days')
export class OpenKeyDayEntity {
  @KeyColumn() keyId: string;
  /** YYYY-MM-DD in China */
  @KeyColumn(DAY_LENGTH) day: string;
  @WholeColumn() requests: number;
}

/** Who made and who ended a key; rows are only ever added. */
@Entity('open_key_events')
@Index(['keyId', 'id'])
export class OpenKeyEventEntity {
  @IdColumn() id: string;
  @RegionColumn() county: string;
  @RefColumn() keyId: string;
  @WordColumn() action: OpenKeyAction;
  @Index() @RefColumn() actorId: string;
  @LineColumn(40, { nullable: true }) requestId: string | null;
  @EpochColumn() at: number;
}
