import { Injectable } from '@nestjs/common';
import { WechatError } from '../wechat-error.js';
import { TokenProvider } from './token-provider.js';
import { type WechatAnswer, type WechatCall, WechatClient } from './wechat-client.js';

/** Calls with the access token; one that WeChat no longer takes is exchanged once. */
@Injectable()
export class AuthorizedClient {
  constructor(
    private readonly client: WechatClient,
    private readonly tokens: TokenProvider,
  ) {}

  /** @throws WechatError */
  async call(call: WechatCall): Promise<WechatAnswer> {
    const token = await this.tokens.get();
    try {
      return await this.send(call, token);
    } catch (error) {
      if (token === null || !(error instanceof WechatError) || error.retryClass !== 'T') throw error;
      await this.tokens.drop(token);
      return await this.send(call, await this.tokens.get());
    }
  }

  private send(call: WechatCall, token: string | null): Promise<WechatAnswer> {
    return this.client.call({ ...call, query: { ...(token !== null && { access_token: token }), ...call.query } });
  }
}
