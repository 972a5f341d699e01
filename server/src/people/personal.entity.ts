import type { AgeBand, Capacity, ConsentDocument, TopicCategory } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import {
  EpochColumn,
  IdColumn,
  JsonColumn,
  KeyColumn,
  LineColumn,
  RefColumn,
  RegionColumn,
  TextColumn,
  WordColumn,
} from '../database/columns.js';

/** A person's phone number. */
@Entity('phones')
export class PhoneEntity {
  @KeyColumn() personId: string;
  /** Encrypted, see PHONE_FIELD. */
  @TextColumn() phone: string;
  /** Keyed hash: one number, one person. */
  @Index({ unique: true }) @LineColumn(64) lookup: string;
  @EpochColumn() boundAt: number;
}

/** That a person agreed to a document; a withdrawal ends it and leaves it on record. */
@Entity('consents')
@Index(['personId', 'id'])
export class ConsentEntity {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  @WordColumn() document: ConsentDocument;
  @LineColumn(16) version: string;
  @EpochColumn() givenAt: number;
  @EpochColumn({ nullable: true }) withdrawnAt: number | null;
}

/** What a person chose to say of themselves; there is a row only while there is something in it. */
@Entity('told_profiles')
export class ToldProfileEntity {
  @KeyColumn() personId: string;
  @WordColumn({ nullable: true }) ageBand: AgeBand | null;
  @RegionColumn({ nullable: true }) community: string | null;
  @JsonColumn() interests: TopicCategory[];
  @EpochColumn() updatedAt: number;
}

/** That one of the staff looked at a person's phone number. Only ever added to. */
@Entity('phone_reveals')
@Index(['personId', 'id'])
@Index(['county', 'id'])
export class PhoneRevealEntity {
  @IdColumn() id: string;
  /** Null for somebody without an account. */
  @RefColumn({ nullable: true }) personId: string | null;
  /** The topic that was recorded for whom the number is; otherwise null. */
  @RefColumn({ nullable: true }) topicId: string | null;
  @Index() @RefColumn() viewerId: string;
  @WordColumn() capacity: Capacity;
  @RefColumn({ nullable: true }) departmentId: string | null;
  @RegionColumn() county: string;
  @LineColumn(100) reason: string;
  @EpochColumn() at: number;
}
