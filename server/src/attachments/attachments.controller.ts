import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { Prepared, PreparedBy } from '../common/uploads/upload-preparer.js';
import { ChoiceField, IdField, LineField } from '../common/validation/fields.js';
import { NeedsConsent } from '../people/obligations.decorators.js';
import { AttachmentsService } from './attachments.service.js';
import { PHOTO_SIZES, type PhotoSize } from './photo-files.js';
import { PhotoIntake, type StoredPhoto } from './photo-intake.js';

class PhotoParamDto {
  @IdField() id: string;
  @ChoiceField(PHOTO_SIZES) size: PhotoSize;
}

class PhotoQueryDto {
  @LineField({ max: 64, optional: true }) key?: string;
}

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Requires('attachment.upload')
  @NeedsConsent()
  @PreparedBy(PhotoIntake)
  upload(@Ctx() ctx: RequestContext, @Prepared() photo: StoredPhoto) {
    return this.attachments.add(ctx, photo);
  }

  @Get(':id/:size')
  @Header('content-type', 'image/jpeg')
  @Header('content-disposition', 'inline')
  @Header('cache-control', 'private, max-age=7200')
  @Header('x-content-type-options', 'nosniff')
  @Public()
  async get(@Ctx() ctx: RequestContext, @Param() { id, size }: PhotoParamDto, @Query() { key }: PhotoQueryDto) {
    return new StreamableFile(await this.attachments.open(ctx, id, size, key));
  }
}
