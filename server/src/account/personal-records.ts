import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a module knows about people beyond PERSONAL_TABLES: derived, encrypted, or keyed by something else. */
export interface PersonalRecord {
  /** The kind in GET /me/export, and what it is called. */
  readonly name: string;
  readonly label: string;
  /** What GET /me/export says of it. */
  read?(db: EntityManager, personId: string): Promise<Record<string, unknown>[]>;
  /** Removes what names the person; runs before their rows are deleted. */
  erase?(db: EntityManager, person: ErasedPerson): Promise<void>;
}

export interface ErasedPerson {
  readonly id: string;
  readonly name: string;
  readonly openids: readonly string[];
}

/** Who keeps what about people; modules register when they start. */
@Injectable()
export class PersonalRecords {
  private readonly records: PersonalRecord[] = [];

  register(record: PersonalRecord): void {
    this.records.push(record);
  }

  get all(): readonly PersonalRecord[] {
    return this.records;
  }
}
