import { Entity, Index } from 'typeorm';
import type { EnvVersion } from '../config/wechat.config.js';
import { EpochColumn, KeyColumn, LineColumn, WordColumn } from '../database/columns.js';

/** A place in the app under a name short enough for a mini-program code (小程序码). */
@Entity('short_links')
export class ShortLinkEntity {
  @KeyColumn(12) id: string;
  /** Without a leading slash. */
  @LineColumn(128) page: string;
  /** Without the question mark. */
  @LineColumn(512) query: string;
  @EpochColumn() createdAt: number;
  /** Null: for good. */
  @Index() @EpochColumn({ nullable: true }) expiresAt: number | null;
  /** WeChat's own link to the place, which is never for good. */
  @LineColumn(255, { nullable: true }) urlLink: string | null;
  @EpochColumn({ nullable: true }) urlLinkUntil: number | null;
  /** The version of the mini-program that it opens. */
  @WordColumn({ nullable: true }) urlLinkVersion: EnvVersion | null;
}
