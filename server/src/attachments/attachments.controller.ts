import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { type ContextRequest, Ctx, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { ChoiceField, IdField, LineField } from '../common/validation/fields.js';
import { AttachmentsService } from './attachments.service.js';
import { PHOTO_SIZES, type PhotoSize } from './photo-store.js';

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
  upload(@Ctx() ctx: RequestContext, @Req() { upload }: ContextRequest) {
    if (upload === undefined) throw new CodedError('REQUEST.MALFORMED');
    return this.attachments.upload(ctx, upload);
  }

  @Get(':id/:size')
  @Header('content-type', 'image/jpeg')
  @Header('cache-control', 'private, max-age=86400')
  @Header('x-content-type-options', 'nosniff')
  @Public()
  async get(@Ctx() ctx: RequestContext, @Param() { id, size }: PhotoParamDto, @Query() { key }: PhotoQueryDto) {
    return new StreamableFile(await this.attachments.open(ctx, id, size, key));
  }
}
