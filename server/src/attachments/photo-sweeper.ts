import { ATTACHMENT_LIMITS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentEntity } from './attachment.entity.js';
import { LooseFiles } from './loose-files.js';
import { photoKeys } from './photo-files.js';

/** Deletes the photos that have belonged to nothing for a day. */
@Injectable()
export class PhotoSweeper implements OnModuleInit {
  constructor(private readonly loose: LooseFiles) {}

  onModuleInit(): void {
    const { looseMs } = ATTACHMENT_LIMITS;
    this.loose.sweepDaily({ name: 'sweep-loose-photos', entity: AttachmentEntity, looseMs, keysOf: photoKeys });
  }
}
