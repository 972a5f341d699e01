import { Body, Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Put } from '../common/context/writes.js';
import { DOCX, fileOf, XLSX } from '../papers/file-answer.js';
import { BulletinOpeningDto, BulletinPlaceDto } from './bulletins.dto.js';
import { Bulletins } from './bulletins.service.js';

/** 通报 and 统计表 */
@ApiTags('figures')
@Controller('bulletins/:county/:month')
export class BulletinsController {
  constructor(private readonly bulletins: Bulletins) {}

  @Get()
  @Requires('bulletin.write')
  get(@Ctx() ctx: RequestContext, @Param() place: BulletinPlaceDto) {
    return this.bulletins.get(ctx, place);
  }

  @Put()
  @Requires('bulletin.write')
  write(@Ctx() ctx: RequestContext, @Param() place: BulletinPlaceDto, @Body() body: BulletinOpeningDto) {
    return this.bulletins.write(ctx, place, body);
  }

  @Get('bulletin.docx')
  @Header('cache-control', 'private, no-store')
  @Requires('bulletin.write')
  async paper(@Ctx() ctx: RequestContext, @Param() place: BulletinPlaceDto) {
    return fileOf(await this.bulletins.paper(ctx, place), DOCX);
  }

  @Get('tables.xlsx')
  @Header('cache-control', 'private, no-store')
  @Requires('bulletin.write')
  async tables(@Ctx() ctx: RequestContext, @Param() place: BulletinPlaceDto) {
    return fileOf(await this.bulletins.tables(ctx, place), XLSX);
  }
}
