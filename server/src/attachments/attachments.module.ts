import { Global, Module } from '@nestjs/common';
import { AttachmentBinder } from './attachment-binder.js';
import { AttachmentReader } from './attachment-reader.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { PhotoKeys } from './photo-keys.js';
import { PhotoStore } from './photo-store.js';

@Global()
@Module({
  controllers: [AttachmentsController],
  providers: [AttachmentBinder, AttachmentReader, AttachmentsService, PhotoKeys, PhotoStore],
  exports: [AttachmentBinder, AttachmentReader, AttachmentsService],
})
export class AttachmentsModule {}
