import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In, QueryFailedError } from 'typeorm';
import { Database } from '../database/database.js';
import { Turns } from '../jobs/turns.js';
import { SearchChangeEntity } from './search.entity.js';
import { holdIndex } from './search-changes.js';
import { writeIndex } from './search-writer.js';

/** So many changes are brought into the index by one transaction. */
const AT_ONCE = 200;

/** Brings into the index what has changed, a moment after. */
@Injectable()
export class SearchUpdater implements OnModuleInit {
  private readonly logger = new Logger('search');

  constructor(
    private readonly database: Database,
    private readonly turns: Turns,
  ) {}

  onModuleInit(): void {
    this.turns.register(() => this.update());
  }

  /** The next changes. @returns whether there may be more */
  private async update(): Promise<boolean> {
    if ((await waiting(this.database.read, 1)).length === 0) return false;
    try {
      return (await this.some(AT_ONCE)) === AT_ONCE;
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      await this.one();
      return true;
    }
  }

  /** @returns how many there were */
  private some(limit: number): Promise<number> {
    return this.database.write(async (db) => {
      await holdIndex(db);
      const changes = await waiting(db, limit);
      await writeIndex(db, changes);
      await forget(db, changes);
      return changes.length;
    });
  }

  /** What cannot be indexed is left out, so that the others can be found; where the database fails, all waits. */
  private async one(): Promise<void> {
    try {
      await this.some(1);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      const [change] = await waiting(this.database.read, 1);
      if (change === undefined) return;
      this.logger.error(`${change.kind} ${change.itemId} cannot be found: ${(error as Error).message}`);
      await this.database.write((db) => forget(db, [change]));
    }
  }
}

/** Statements that failed, and connections that did: those errors have a code of their own. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof QueryFailedError || typeof (error as { code?: unknown }).code === 'string';

const waiting = (db: EntityManager, limit: number): Promise<SearchChangeEntity[]> =>
  db.find(SearchChangeEntity, { order: { id: 'ASC' }, take: limit });

async function forget(db: EntityManager, changes: readonly SearchChangeEntity[]): Promise<void> {
  if (changes.length > 0) await db.delete(SearchChangeEntity, { id: In(changes.map(({ id }) => id)) });
}
