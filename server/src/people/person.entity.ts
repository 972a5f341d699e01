import type { Role } from '@consult/shared';
import { Entity, Index } from 'typeorm';
import { EpochColumn, IdColumn, LineColumn, RefColumn, RegionColumn, WordColumn } from '../database/columns.js';

@Entity('people')
export class PersonEntity {
  @IdColumn() id: string;
  /** What others see. */
  @LineColumn(40) name: string;
  /** A name that they asked for and whose check has not passed. */
  @LineColumn(40, { nullable: true }) proposedName: string | null;
  @Index() @RegionColumn({ nullable: true }) homeTownship: string | null;
  @EpochColumn() createdAt: number;
}

@Entity('grants')
@Index(['region', 'role'])
export class GrantEntity {
  @IdColumn() id: string;
  @Index() @RefColumn() personId: string;
  @WordColumn() role: Role;
  @RegionColumn() region: string;
  @RefColumn({ nullable: true }) departmentId: string | null;
}

/** How somebody proves who they are: the provider's own name for them. */
@Entity('identities')
@Index(['provider', 'subject'], { unique: true })
export class IdentityEntity {
  @IdColumn() id: string;
  @WordColumn() provider: string;
  @LineColumn(64) subject: string;
  @Index() @RefColumn() personId: string;
}
