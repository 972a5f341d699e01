import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { AttachmentBinder } from './attachment-binder.js';
import { AttachmentReader } from './attachment-reader.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { LooseFiles } from './loose-files.js';
import { openPhotoStore } from './open-photo-store.js';
import { PhotoEraser } from './photo-eraser.js';
import { PhotoIntake } from './photo-intake.js';
import { PhotoKeys } from './photo-keys.js';
import { PHOTO_STORE } from './photo-store.js';
import { PhotoSweeper } from './photo-sweeper.js';

@Global()
@Module({
  controllers: [AttachmentsController],
  providers: [
    AttachmentBinder,
    AttachmentReader,
    AttachmentsService,
    LooseFiles,
    PhotoEraser,
    PhotoIntake,
    PhotoKeys,
    PhotoSweeper,
    { provide: PHOTO_STORE, inject: [CONFIG], useFactory: (config: Config) => openPhotoStore(config) },
  ],
  exports: [AttachmentBinder, AttachmentReader, AttachmentsService, LooseFiles, PhotoEraser, PHOTO_STORE],
})
export class AttachmentsModule {}
