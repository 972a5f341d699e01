import { ATTACHMENT_LIMITS, DAY_MS } from '@consult/shared';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { AttachmentEntity } from './attachment.entity.js';
import { photoKeys } from './photo-files.js';
import { PHOTO_STORE, type PhotoStore } from './photo-store.js';

const BATCH = 100;

/** Deletes, once a day, the photos that have belonged to nothing for a day: row first, so that none is half there. */
@Injectable()
export class PhotoSweeper implements OnModuleInit {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'sweep-loose-photos',
      next: (after) => after + DAY_MS,
      run: () => this.sweep(),
    });
  }

  /** @throws ATTACHMENT.STORE_DOWN; what lost its row before that is found by the check of files */
  private async sweep(): Promise<void> {
    const looseSince = LessThan(this.clock.now() - ATTACHMENT_LIMITS.looseMs);
    for (;;) {
      const rows = await this.database.read.find(AttachmentEntity, {
        select: { id: true },
        where: { looseSince },
        order: { looseSince: 'ASC' },
        take: BATCH,
      });
      if (rows.length === 0) return;
      const gone: string[] = [];
      for (const { id } of rows) {
        // Somebody may be using it at this very moment.
        const { affected } = await this.database.write((db) => db.delete(AttachmentEntity, { id, looseSince }));
        if (affected === 1) gone.push(id);
      }
      await this.store.delete(gone.flatMap(photoKeys));
    }
  }
}
