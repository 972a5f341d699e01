import type { Link, NewLink } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LookupHash } from '../common/crypto/lookup-hash.js';
import { notFound } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { ShortLinkEntity } from './short-link.entity.js';

const SHORT_LENGTH = 12;

/** Gives places in the app names that are short enough for a mini-program code. */
@Injectable()
export class Links {
  constructor(
    private readonly hash: LookupHash,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same place has the same name each time; whoever asks for it to live longest prevails. */
  async make(
    { db, now }: { readonly db: EntityManager; readonly now: number },
    { page, query = '', expiresAt }: NewLink,
  ): Promise<Link> {
    const id = this.nameOf(page, query);
    const noUrl = { urlLink: null, urlLinkUntil: null, urlLinkVersion: null };
    const row = { id, page, query, createdAt: now, expiresAt: expiresAt ?? null, ...noUrl };
    await db.createQueryBuilder().insert().orIgnore().into(ShortLinkEntity).values(row).updateEntity(false).execute();
    const stored = (await db.findOneBy(ShortLinkEntity, { id })) ?? row;
    const until = longer(stored.expiresAt, row.expiresAt);
    if (until !== stored.expiresAt) await db.update(ShortLinkEntity, { id }, { expiresAt: until });
    return this.toLink({ ...stored, expiresAt: until });
  }

  /** @throws ITEM.NOT_FOUND, also for one that has expired */
  async find({ db, now }: { readonly db: EntityManager; readonly now: number }, short: string): Promise<Link> {
    return this.toLink(await this.row({ db, now }, short));
  }

  /** @throws ITEM.NOT_FOUND */
  async row({ db, now }: { readonly db: EntityManager; readonly now: number }, id: string): Promise<ShortLinkEntity> {
    const row = await db.findOneBy(ShortLinkEntity, { id });
    if (row === null || (row.expiresAt !== null && row.expiresAt <= now)) throw notFound();
    return row;
  }

  private toLink({ id, page, query, expiresAt }: ShortLinkEntity): Link {
    const { wechat } = this.config;
    // The stand-in's codes are pictures that no phone can read.
    return { short: id, page, query, expiresAt, hasCode: wechat !== null && wechat.mode !== 'standin' };
  }

  /** Keyed, so that nobody can find two places of one name. */
  private nameOf(page: string, query: string): string {
    return Buffer.from(this.hash.of('link', `${page}?${query}`), 'hex')
      .toString('base64url')
      .slice(0, SHORT_LENGTH);
  }
}

const longer = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(a, b));
