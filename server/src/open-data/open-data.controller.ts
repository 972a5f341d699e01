import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { OPEN_MEDIA_TYPES, type OpenFile, parseOpenFileName } from '@consult/shared';
import { negotiate } from '@fastify/accept-negotiator';
import { Controller, Get, Header, Param, Query, Req, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { OpenKeyGuard } from './keys/open-key.guard.js';
import { OpenDatasetParamDto, OpenFileParamDto, OpenItemParamDto, OpenRowsQueryDto } from './open-data.dto.js';
import { OpenData } from './open-data.service.js';
import { OpenFiles } from './open-files.js';
import { OpenLimit } from './open-limit.decorator.js';
import { OpenVersions } from './open-versions.js';

/** 开放数据: for everyone, programs above all; see docs/open-data.md. */
@ApiTags('open-data')
@UseGuards(OpenKeyGuard)
@Controller('open')
export class OpenDataController {
  constructor(
    private readonly data: OpenData,
    private readonly files: OpenFiles,
    private readonly versions: OpenVersions,
  ) {}

  @Get()
  @OpenLimit('rows')
  @Public()
  @Header('content-type', 'application/ld+json; charset=utf-8')
  catalogue(@Req() request: FastifyRequest) {
    return this.data.catalogue(`${request.protocol}://${request.host}/api/v1`);
  }

  /** A whole dataset of a county or township, of a year or of all. */
  @Get('files/:name')
  @OpenLimit('files')
  @Public()
  async file(
    @Ctx() ctx: RequestContext,
    @Param() { name }: OpenFileParamDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = parseOpenFileName(name);
    if (file === null) throw notFound();
    await this.data.checkFile(file);
    const { etag, modified } = await this.versions.of(ctx, file);
    const headers = { etag, 'last-modified': modified, 'cache-control': 'public, no-cache', vary: 'accept-encoding' };
    void reply.headers(headers);
    // Some clients ask with `no-cache` whenever they name a version, and mean that it be looked up.
    const { 'cache-control': _, ...asked } = request.headers;
    if (fresh(asked, headers)) {
      void reply.status(304);
      return undefined;
    }
    return this.send(ctx, file, name, request, reply);
  }

  @Get(':dataset')
  @OpenLimit('rows')
  @Public()
  rows(@Ctx() ctx: RequestContext, @Param() { dataset }: OpenDatasetParamDto, @Query() query: OpenRowsQueryDto) {
    return this.data.page(ctx, dataset, query);
  }

  @Get(':dataset/table-schema')
  @OpenLimit('rows')
  @Public()
  tableSchema(@Param() { dataset }: OpenDatasetParamDto) {
    return this.data.tableSchema(dataset);
  }

  @Get(':dataset/json-schema')
  @OpenLimit('rows')
  @Public()
  jsonSchema(@Param() { dataset }: OpenDatasetParamDto) {
    return this.data.jsonSchema(dataset);
  }

  @Get(':dataset/:code')
  @OpenLimit('rows')
  @Public()
  one(@Ctx() ctx: RequestContext, @Param() { dataset, code }: OpenItemParamDto) {
    return this.data.one(ctx, dataset, code);
  }

  private send(
    ctx: RequestContext,
    file: OpenFile,
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): StreamableFile {
    const plain = this.files.stream(ctx, file);
    const options = { type: OPEN_MEDIA_TYPES[file.format], disposition: `attachment; filename="${name}"` };
    if (negotiate(request.headers['accept-encoding'] ?? '', ['gzip', 'identity']) !== 'gzip') {
      return new StreamableFile(plain, options);
    }
    void reply.header('content-encoding', 'gzip');
    // Whoever goes away in the middle ends the reading too.
    const packed = pipeline(plain, createGzip(), () => {});
    return new StreamableFile(packed, options);
  }
}
