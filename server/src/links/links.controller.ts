import { Body, Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Post } from '../common/context/writes.js';
import { LinkCodes } from './link-codes.service.js';
import { NewLinkDto, ShortParamDto } from './links.dto.js';
import { Links } from './links.service.js';

@ApiTags('links')
@Controller('links')
export class LinksController {
  constructor(
    private readonly links: Links,
    private readonly codes: LinkCodes,
  ) {}

  @Post()
  @Requires('link.make')
  make(@Ctx() ctx: RequestContext, @Body() body: NewLinkDto) {
    return this.links.make(ctx, body);
  }

  @Get(':short')
  @Public()
  find(@Ctx() ctx: RequestContext, @Param() { short }: ShortParamDto) {
    return this.links.find(ctx, short);
  }

  @Get(':short/code')
  @Header('cache-control', 'private, max-age=86400')
  @Header('x-content-type-options', 'nosniff')
  @Public()
  async code(@Ctx() ctx: RequestContext, @Param() { short }: ShortParamDto) {
    const picture = await this.codes.code(ctx, short);
    return new StreamableFile(picture, { type: picture[0] === JPEG_BEGINS ? 'image/jpeg' : 'image/png' });
  }

  @Get(':short/url')
  @Public()
  url(@Ctx() ctx: RequestContext, @Param() { short }: ShortParamDto) {
    return this.codes.url(ctx, short);
  }
}

const JPEG_BEGINS = 0xff;
