import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import { Clock } from '../../common/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { newId } from '../../common/ids.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import type { WechatConfig } from '../../config/wechat.config.js';
import { Database, isDuplicate } from '../../database/database.js';
import { AccessTokenEntity } from './access-token.entity.js';
import { textOf } from './read.js';
import { TokenProvider } from './token-provider.js';
import { WechatClient } from './wechat-client.js';

/** Both tokens are good for WeChat's last five minutes; after that the old one is not. */
const MARGIN_S = 300;
/** Longer than a fetch with its retries takes. */
const LEASE_MS = 45_000;
const LOOK_MS = 100;

/**
 * The token of stable_token's normal mode, kept in the database and fetched by one replica at a time. Forced mode is
 * never used: it is for leaks, kills the token that others hold, and is a person's decision.
 */
@Injectable()
export class StableToken extends TokenProvider {
  private readonly fetching = new Mutex();
  private readonly wechat: WechatConfig;

  constructor(
    @Inject(CONFIG) { wechat }: Config,
    private readonly client: WechatClient,
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {
    super();
    this.wechat = wechat as WechatConfig;
  }

  async get(): Promise<string> {
    return (await this.cached()) ?? (await this.fetching.runExclusive(() => this.fetchOrWait()));
  }

  async drop(token: string): Promise<void> {
    const row = await this.row();
    // Another request may have dropped it and fetched a new one, which is good.
    if (row !== null && this.open(row) === token) await this.expire(row);
  }

  private async cached(): Promise<string | null> {
    const row = await this.row();
    if (row === null || row.expiresAt <= this.clock.now()) return null;
    const token = this.open(row);
    if (token === null) await this.expire(row);
    return token;
  }

  private async expire({ appId, sealed }: AccessTokenEntity): Promise<void> {
    await this.database.write((db) => db.update(AccessTokenEntity, { appId, sealed }, { expiresAt: 0 }));
  }

  private async fetchOrWait(): Promise<string> {
    for (const until = Date.now() + LEASE_MS; Date.now() < until; await sleep(LOOK_MS)) {
      const token = await this.cached();
      if (token !== null) return token;
      const fetcher = newId(this.clock.now());
      if (await this.take(fetcher)) return await this.fetch(fetcher);
    }
    return await this.fetch(newId(this.clock.now()));
  }

  /** Whether this replica is the one to fetch. */
  private async take(fetcher: string): Promise<boolean> {
    const { appId } = this.wechat;
    const now = this.clock.now();
    const lease = { fetcher, fetchingUntil: now + LEASE_MS };
    if ((await this.row()) === null) {
      try {
        await this.database.write((db) => db.insert(AccessTokenEntity, { appId, sealed: '', expiresAt: 0, ...lease }));
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
    const { affected } = await this.database.write((db) =>
      db
        .createQueryBuilder()
        .update(AccessTokenEntity)
        .set(lease)
        .where('app_id = :appId AND expires_at <= :now AND fetching_until <= :now', { appId, now })
        .execute(),
    );
    return affected === 1;
  }

  private async fetch(fetcher: string): Promise<string> {
    const { appId, secret } = this.wechat;
    const end = { fetcher: null, fetchingUntil: 0 };
    try {
      const answer = await this.client.call({
        method: 'POST',
        path: '/cgi-bin/stable_token',
        body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: false },
      });
      const token = textOf(answer, 'access_token');
      const sealed = this.cipher.seal(token, this.place());
      const expiresAt = this.clock.now() + Math.max(Number(textOf(answer, 'expires_in')) - MARGIN_S, 0) * 1000;
      await this.database.write((db) => db.update(AccessTokenEntity, { appId }, { sealed, expiresAt, ...end }));
      return token;
    } catch (error) {
      await this.database.write((db) => db.update(AccessTokenEntity, { appId, fetcher }, end));
      throw error;
    }
  }

  private row(): Promise<AccessTokenEntity | null> {
    return this.database.read.findOneBy(AccessTokenEntity, { appId: this.wechat.appId });
  }

  /** Null for one that cannot be read, as after its key was taken away. */
  private open({ sealed }: AccessTokenEntity): string | null {
    try {
      return this.cipher.open(sealed, this.place());
    } catch {
      return null;
    }
  }

  private place(): string {
    return `wechat_tokens.sealed.${this.wechat.appId}`;
  }
}
