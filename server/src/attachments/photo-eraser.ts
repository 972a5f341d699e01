import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { photoKeys } from './photo-files.js';
import { PHOTO_STORE, type PhotoStore } from './photo-store.js';

const ERASE_JOB = 'photos.erase';
/** Photos of one job. */
const BATCH = 100;

/** Removes photos of somebody who leaves: the rows at once, the files as soon as that is committed. */
@Injectable()
export class PhotoEraser implements OnModuleInit {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.handlers.register(ERASE_JOB, async ({ ids }) => {
      await this.store.delete((ids as string[]).flatMap(photoKeys));
      return undefined;
    });
  }

  /**
   * What belongs to nothing, and their picture.
   * @param raised also the photos of what they raised, which otherwise stay with it
   */
  async erase(ctx: RequestContext, personId: string, { raised }: { raised: boolean }): Promise<void> {
    const own = `owner_kind IS NULL OR owner_kind = 'person'${raised ? " OR owner_kind = 'topic'" : ''}`;
    const rows: { id: string }[] = await ctx.db.query(`SELECT id FROM attachments WHERE uploader_id = ? AND (${own})`, [
      personId,
    ]);
    for (let from = 0; from < rows.length; from += BATCH) {
      const ids = rows.slice(from, from + BATCH).map(({ id }) => id);
      await ctx.db.query(`DELETE FROM attachments WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
      await this.jobs.add(ctx, { kind: ERASE_JOB, payload: { ids } });
    }
  }
}
