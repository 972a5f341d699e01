import { DAY_MS } from '@consult/shared';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { PHOTO_STORE, type PhotoStore } from '../attachments/photo-store.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { codeKeys } from './code-files.js';
import { ShortLinkEntity } from './short-link.entity.js';

const BATCH = 200;

/** Forgets, once a day, the names that have expired, with the pictures of their codes. */
@Injectable()
export class LinkSweeper implements OnModuleInit {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'forget-links', next: (after) => after + DAY_MS, run: () => this.sweep() });
  }

  private async sweep(): Promise<void> {
    const expiresAt = LessThan(this.clock.now());
    for (;;) {
      const rows = await this.database.read.find(ShortLinkEntity, { where: { expiresAt }, take: BATCH });
      if (rows.length === 0) return;
      // The pictures first: without its row, a picture would be found by nothing.
      await this.store.delete(rows.flatMap(({ id }) => codeKeys(id)));
      await this.database.write((db) =>
        db.delete(
          ShortLinkEntity,
          rows.map(({ id }) => id),
        ),
      );
    }
  }
}
