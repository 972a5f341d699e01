import { DAY_MS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityTarget, type FindOptionsSelect, type FindOptionsWhere, LessThan } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { PHOTO_STORE, type PhotoStore } from './photo-store.js';

const BATCH = 100;

/** A row that stands for files, and says since when it belongs to nothing. */
interface LooseRow {
  id: string;
  looseSince: number | null;
}

/** What is swept, and how. */
export interface Sweep<T extends LooseRow> {
  /** Of its schedule. */
  readonly name: string;
  readonly entity: EntityTarget<T>;
  /** How long a row may belong to nothing, ms. */
  readonly looseMs: number;
  readonly keysOf: (id: string) => readonly string[];
}

/** Deletes, once a day, the files that have belonged to nothing for a while: row first, so that none is half there. */
@Injectable()
export class LooseFiles {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
  ) {}

  /** Called once a kind of file, as its module starts. */
  sweepDaily<T extends LooseRow>(sweep: Sweep<T>): void {
    this.schedules.register({ name: sweep.name, next: (after) => after + DAY_MS, run: () => this.sweep(sweep) });
  }

  /** @throws ATTACHMENT.STORE_DOWN; what lost its row before that is found by the check of files */
  private async sweep<T extends LooseRow>({ entity, looseMs, keysOf }: Sweep<T>): Promise<void> {
    const looseSince = LessThan(this.clock.now() - looseMs);
    for (;;) {
      const rows = await this.database.read.find(entity, {
        select: { id: true } as FindOptionsSelect<T>,
        where: { looseSince } as FindOptionsWhere<T>,
        order: { looseSince: 'ASC' } as never,
        take: BATCH,
      });
      if (rows.length === 0) return;
      const gone: string[] = [];
      for (const { id } of rows) {
        // Somebody may be using it at this very moment.
        const loose = { id, looseSince } as FindOptionsWhere<T>;
        const { affected } = await this.database.write((db) => db.delete(entity, loose));
        if (affected === 1) gone.push(id);
      }
      await this.store.delete(gone.flatMap(keysOf));
    }
  }
}
