import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { ownOrigin } from '../common/own-origin.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { drawEmblem, drawIcon, EMBLEM, ICON } from './emblem.js';
import { html } from './html.js';
import { document, PLAIN_CSP } from './layout.js';
import { type Found, PlainPages } from './plain-pages.service.js';

/** Outside the API's prefix: short enough for paper. */
export const PLAIN_ROUTES = [
  ...['t', 't/:code', 'p/:code', 'r/:code'],
  ...[EMBLEM, ICON].map(({ path }) => path.slice(1)),
  ...['sitemap.xml', 'robots.txt'],
];

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined);

function sendPicture(reply: FastifyReply, picture: Buffer): void {
  void reply.type('image/png').header('cache-control', 'public, max-age=86400').send(picture);
}

/** The pages that need no app, as documents. */
@ApiExcludeController()
@Controller()
export class PlainPagesController {
  constructor(
    private readonly pages: PlainPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('t')
  @Public()
  async start(
    @Ctx() ctx: RequestContext,
    @Query('code') code: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const typed = asText(code);
    this.send(request, reply, await (typed === undefined ? this.pages.start() : this.pages.byCode(ctx, typed)));
  }

  @Get('t/:code')
  @Public()
  async topic(
    @Ctx() ctx: RequestContext,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    this.send(request, reply, await this.pages.topic(ctx, code));
  }

  @Get('p/:code')
  @Public()
  async promise(
    @Ctx() ctx: RequestContext,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    this.send(request, reply, await this.pages.promise(ctx, code));
  }

  @Get('r/:code')
  @Public()
  async region(
    @Ctx() ctx: RequestContext,
    @Param('code') code: string,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    this.send(request, reply, await this.pages.region(ctx, code, asText(after)));
  }

  /** What a shared link shows that has no photo of its own. */
  @Get(EMBLEM.path.slice(1))
  @Public()
  async emblem(@Res() reply: FastifyReply) {
    sendPicture(reply, await drawEmblem());
  }

  @Get(ICON.path.slice(1))
  @Public()
  async icon(@Res() reply: FastifyReply) {
    sendPicture(reply, await drawIcon());
  }

  @Get('sitemap.xml')
  @Public()
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const origin = ownOrigin(this.config, request);
    const urls = (await this.pages.beginnings()).map((path) => html`<url><loc>${origin}${path}</loc></url>\n`);
    const text = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`;
    void reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(text.text);
  }

  @Get('robots.txt')
  @Public()
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const text = `User-agent: *\nAllow: /t\nAllow: /p/\nAllow: /r/\nDisallow: /api/\nDisallow: /packages/\nSitemap: ${ownOrigin(this.config, request)}/sitemap.xml\n`;
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(text);
  }

  /** A browser and a proxy keep it, and ask each time whether it is still so: what is taken down is gone at once. */
  private send(request: FastifyRequest, reply: FastifyReply, found: Found): void {
    if ('movedTo' in found) {
      void reply.header('cache-control', 'no-cache').redirect(found.movedTo, 302);
      return;
    }
    const { page, brand } = found;
    const text = document(page, { origin: ownOrigin(this.config, request), brand });
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    void reply
      .header('cache-control', 'no-cache')
      .header('etag', etag)
      .header('content-security-policy', PLAIN_CSP)
      .header('referrer-policy', 'strict-origin-when-cross-origin')
      .header('x-content-type-options', 'nosniff');
    if (page.path !== null && request.headers['if-none-match']?.includes(etag)) {
      void reply.status(304).send();
      return;
    }
    void reply
      .status(page.path === null ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(text);
  }
}
