import type { AttachmentView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import type { MinutesEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';

/** The photos of one version, some of which belong to an earlier one. */
@Injectable()
export class MinutesPhotos {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly attachments: AttachmentReader,
  ) {}

  /** In their order. @param inside also those that are not for everyone */
  async of(ctx: RequestContext, { photoIds, sessionId }: MinutesEntity, inside: boolean): Promise<AttachmentView[]> {
    if (photoIds.length === 0) return [];
    const ids = (await this.minutes.versions(ctx.db, sessionId)).map((version) => version.id);
    const all = [...(await this.attachments.of(ctx.db, 'minutes', ids, inside)).values()].flat();
    return photoIds.flatMap((id) => all.find((photo) => photo.id === id) ?? []);
  }
}
