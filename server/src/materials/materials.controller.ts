import { Body, Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post } from '../common/context/writes.js';
import { Prepared, PreparedBy } from '../common/uploads/upload-preparer.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { MaterialDownloads } from './material-downloads.js';
import { MaterialIntake, type StoredMaterial } from './material-intake.js';
import { MaterialInputDto, MaterialParamDto, MaterialQueryDto } from './materials.dto.js';
import { Materials } from './materials.service.js';

@ApiTags('session materials')
@ApiBearerAuth()
@Controller()
export class MaterialsController {
  constructor(
    private readonly materials: Materials,
    private readonly downloads: MaterialDownloads,
  ) {}

  @Post('material-files')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Requires('session.materials')
  @PreparedBy(MaterialIntake)
  upload(@Ctx() ctx: RequestContext, @Prepared() file: StoredMaterial) {
    return this.materials.keep(ctx, file);
  }

  @Get('sessions/:id/materials')
  @Public()
  list(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return this.materials.list(ctx, id);
  }

  @Post('sessions/:id/materials')
  @Requires('session.materials')
  add(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: MaterialInputDto) {
    return this.materials.add(ctx, id, body);
  }

  @Get('sessions/:id/materials/:materialId')
  @Public()
  get(@Ctx() ctx: RequestContext, @Param() { id, materialId }: MaterialParamDto) {
    return this.materials.get(ctx, id, materialId);
  }

  @Delete('sessions/:id/materials/:materialId')
  @Requires('session.materials')
  remove(@Ctx() ctx: RequestContext, @Param() { id, materialId }: MaterialParamDto) {
    return this.materials.remove(ctx, id, materialId);
  }

  /** A download, never shown by the browser in our name. */
  @Get('materials/:id/file')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  @Public()
  async file(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Query() { key }: MaterialQueryDto) {
    const { content, type, name, bytes } = await this.downloads.open(ctx, id, key);
    return new StreamableFile(content, {
      type,
      length: bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }
}
