import { buffer } from 'node:stream/consumers';
import { DAY_MS, LINK_PAGE, type WechatLink } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { PHOTO_STORE, type PhotoStore } from '../attachments/photo-store.js';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { WechatApi } from '../wechat/wechat-api.js';
import { toCodedError, WechatError } from '../wechat/wechat-error.js';
import { codeKey } from './code-files.js';
import { Links } from './links.service.js';
import { ShortLinkEntity } from './short-link.entity.js';

/** WeChat's links live 30 days at most; one that has less than this left is not given out any more. */
const URL_LINK_DAYS = 30;
const URL_LINK_LEFT_MS = 7 * DAY_MS;

/** What opens a place from outside: a mini-program code (小程序码) to scan, a link to tap. Both are WeChat's to make. */
@Injectable()
export class LinkCodes {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly links: Links,
    private readonly wechat: WechatApi,
    private readonly database: Database,
  ) {}

  /** A picture, made by WeChat the first time. @throws ITEM.NOT_FOUND, WECHAT.OFF, WECHAT.BUSY, WECHAT.REFUSED */
  async code(ctx: RequestContext, short: string): Promise<Buffer> {
    const { wechat } = this.config;
    await this.links.row(ctx, short);
    if (wechat === null) throw new CodedError('WECHAT.OFF');
    const key = codeKey(short, wechat.envVersion);
    const stored = await this.store.read(key);
    if (stored !== null) return await buffer(stored);
    const made = await this.ask(() => this.wechat.codeUnlimited({ scene: short, page: LINK_PAGE }));
    await this.store.write(key, made);
    return made;
  }

  /** WeChat's own link, the same one as long as it is good for a week more. @throws as `code` does */
  async url(ctx: RequestContext, short: string): Promise<WechatLink> {
    const { id, page, query, urlLink, urlLinkUntil, urlLinkVersion } = await this.links.row(ctx, short);
    const version = this.config.wechat?.envVersion ?? null;
    const isKept = urlLinkVersion === version && (urlLinkUntil ?? 0) - ctx.now > URL_LINK_LEFT_MS;
    if (urlLink !== null && urlLinkUntil !== null && isKept) return { url: urlLink, expiresAt: urlLinkUntil };
    const url = await this.ask(() => this.wechat.urlLink({ path: page, query, days: URL_LINK_DAYS }));
    const expiresAt = ctx.now + URL_LINK_DAYS * DAY_MS;
    const kept = { urlLink: url, urlLinkUntil: expiresAt, urlLinkVersion: version };
    await this.database.write((db) => db.update(ShortLinkEntity, { id }, kept));
    return { url, expiresAt };
  }

  private async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw error instanceof WechatError ? toCodedError(error) : error;
    }
  }
}
