import { Entity } from 'typeorm';
import { EpochColumn, KeyColumn, LineColumn, TextColumn } from '../../database/columns.js';

/** WeChat's access token, shared by all replicas: fetching one each would only use up the quota. */
@Entity('wechat_tokens')
export class AccessTokenEntity {
  @KeyColumn(32) appId: string;
  /** Encrypted, see FieldCipher; empty before the first was fetched. */
  @TextColumn() sealed: string;
  /** ms since 1970; 0 when WeChat said that it is no longer good. */
  @EpochColumn() expiresAt: number;
  /** Which replica fetches a new one at the moment, and until when the others wait for it. */
  @LineColumn(26, { nullable: true }) fetcher: string | null;
  @EpochColumn() fetchingUntil: number;
}
