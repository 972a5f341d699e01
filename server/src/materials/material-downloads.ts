import type { Readable } from 'node:stream';
import { isShown } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { PHOTO_STORE, type PhotoStore } from '../attachments/photo-store.js';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { SessionMaterialEntity } from './material.entity.js';
import { MATERIAL_TYPES, materialKey } from './material-files.js';
import { MaterialKeys } from './material-keys.js';

export interface MaterialDownload {
  readonly content: Readable;
  /** A media type. */
  readonly type: string;
  /** What the file is to be called. */
  readonly name: string;
  readonly bytes: number;
}

/** The files of papers, by their address. */
@Injectable()
export class MaterialDownloads {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly keys: MaterialKeys,
  ) {}

  /**
   * @param key from the paper's address: one made for those inside opens it as long as the key is good, another one
   *   only while the paper is for everyone and its session is not taken down
   * @throws ITEM.NOT_FOUND, ATTACHMENT.STORE_DOWN
   */
  async open(ctx: RequestContext, id: string, key = ''): Promise<MaterialDownload> {
    const row = await ctx.db.findOneBy(SessionMaterialEntity, { id });
    if (row === null || row.sessionId === null || row.extension === null) throw notFound();
    if (!(this.keys.opens(key, id, true) || (await this.isOpen(ctx, row, key)))) throw notFound();
    const content = await this.store.read(materialKey(id));
    if (content === null) throw notFound();
    const { mime } = MATERIAL_TYPES[row.extension];
    return { content, type: mime, name: `${row.title}.${row.extension}`, bytes: row.bytes ?? 0 };
  }

  private async isOpen(ctx: RequestContext, row: SessionMaterialEntity, key: string): Promise<boolean> {
    if (row.audience !== 'public' || !this.keys.opens(key, row.id, false)) return false;
    const session = await ctx.db.findOneBy(SessionEntity, { id: row.sessionId ?? '' });
    return session !== null && isShown(session.content);
  }
}
