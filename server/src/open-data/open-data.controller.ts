import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { OPEN_FORMATS, OPEN_MEDIA_TYPES, type OpenFile, parseOpenFileName } from '@consult/shared';
import { negotiate } from '@fastify/accept-negotiator';
import { Controller, Get, Header, Inject, Param, Query, Req, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { ownOrigin } from '../common/own-origin.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { OpenKeyGuard } from './keys/open-key.guard.js';
import { OPEN_ANSWERS, OPEN_KEY_SECURITY } from './open-answers.js';
import { OpenDatasetParamDto, OpenFileParamDto, OpenItemParamDto, OpenRowsQueryDto } from './open-data.dto.js';
import { OpenData } from './open-data.service.js';
import { OpenFiles } from './open-files.js';
import { OpenLimit } from './open-limit.decorator.js';
import { OpenVersions } from './open-versions.js';

const FILE_CONTENT = Object.fromEntries(
  OPEN_FORMATS.map((format) => [OPEN_MEDIA_TYPES[format], { schema: { type: 'string' } }]),
);

/** 开放数据: for everyone, programs above all; see docs/open-data.md. */
@ApiTags('open-data')
@ApiSecurity({})
@ApiSecurity(OPEN_KEY_SECURITY)
@ApiResponse({ status: 401, description: 'OPEN.KEY_REFUSED: the key is wrong, over or ended' })
@ApiResponse({ status: 429, description: 'OPEN.TOO_MANY, with Retry-After in seconds' })
@UseGuards(OpenKeyGuard)
@Controller('open')
export class OpenDataController {
  constructor(
    private readonly data: OpenData,
    private readonly files: OpenFiles,
    private readonly versions: OpenVersions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @OpenLimit('rows')
  @Public()
  @Header('content-type', 'application/ld+json; charset=utf-8')
  @ApiOkResponse({ description: 'DCAT', content: { 'application/ld+json': { schema: OPEN_ANSWERS.document } } })
  catalogue(@Req() request: FastifyRequest) {
    return this.data.catalogue(`${ownOrigin(this.config, request)}/api/v1`);
  }

  /** A whole dataset of a county or township, of a year or of all. */
  @Get('files/:name')
  @OpenLimit('files')
  @Public()
  @ApiOkResponse({ description: 'the file', content: FILE_CONTENT })
  @ApiResponse({ status: 304, description: 'nothing has happened since' })
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
  @ApiOkResponse({ description: 'a page of records', schema: OPEN_ANSWERS.page })
  rows(@Ctx() ctx: RequestContext, @Param() { dataset }: OpenDatasetParamDto, @Query() query: OpenRowsQueryDto) {
    return this.data.page(ctx, dataset, query);
  }

  @Get(':dataset/table-schema')
  @OpenLimit('rows')
  @Public()
  @ApiOkResponse({ description: 'Table Schema of the CSV', schema: OPEN_ANSWERS.document })
  tableSchema(@Param() { dataset }: OpenDatasetParamDto) {
    return this.data.tableSchema(dataset);
  }

  @Get(':dataset/json-schema')
  @OpenLimit('rows')
  @Public()
  @ApiOkResponse({ description: 'JSON Schema of a record', schema: OPEN_ANSWERS.document })
  jsonSchema(@Param() { dataset }: OpenDatasetParamDto) {
    return this.data.jsonSchema(dataset);
  }

  @Get(':dataset/:code')
  @OpenLimit('rows')
  @Public()
  @ApiOkResponse({ description: 'a record', schema: OPEN_ANSWERS.record })
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
