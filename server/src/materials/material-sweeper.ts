import { DAY_MS, MATERIAL_LIMITS } from '@consult/shared';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { PHOTO_STORE, type PhotoStore } from '../attachments/photo-store.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { SessionMaterialEntity } from './material.entity.js';
import { materialKey } from './material-files.js';

const BATCH = 100;

/** Deletes, once a day, the papers that have belonged to no session for a day: row first, then file. */
@Injectable()
export class MaterialSweeper implements OnModuleInit {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'sweep-loose-materials',
      next: (after) => after + DAY_MS,
      run: () => this.sweep(),
    });
  }

  /** @throws ATTACHMENT.STORE_DOWN; what lost its row before that is found by the check of files */
  private async sweep(): Promise<void> {
    const looseSince = LessThan(this.clock.now() - MATERIAL_LIMITS.looseMs);
    for (;;) {
      const rows = await this.database.read.find(SessionMaterialEntity, {
        select: { id: true },
        where: { looseSince },
        order: { looseSince: 'ASC' },
        take: BATCH,
      });
      if (rows.length === 0) return;
      const gone: string[] = [];
      for (const { id } of rows) {
        // Its uploader may be using it at this very moment.
        const { affected } = await this.database.write((db) => db.delete(SessionMaterialEntity, { id, looseSince }));
        if (affected === 1) gone.push(id);
      }
      await this.store.delete(gone.map(materialKey));
    }
  }
}
