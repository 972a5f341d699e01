import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CodedError } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { WechatApi } from '../wechat/wechat-api.js';
import { toCodedError, WechatError } from '../wechat/wechat-error.js';
import { WxIdentityResolver } from '../wechat/wx-identity.js';
import type { IdentityProvider } from './identity-provider.js';

/** Whoever WeChat says has come: the credential is the code of wx.login, or nothing inside WeChat's cloud. */
@Injectable()
export class WechatProvider implements IdentityProvider {
  readonly name = 'wechat';
  readonly opensAccounts = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly wechat: WechatApi,
    private readonly wx: WxIdentityResolver,
  ) {}

  async verify(code: string, headers: IncomingHttpHeaders): Promise<string> {
    if (!this.wechat.isOn) throw new CodedError('AUTH.PROVIDER_OFF');
    if (this.config.wechat?.mode === 'cloudrun') {
      const who = this.wx.of(headers);
      if (who === null) throw new CodedError('AUTH.UNKNOWN_PERSON');
      return who.openid;
    }
    try {
      return (await this.wechat.code2Session(code)).openid;
    } catch (error) {
      throw error instanceof WechatError ? toCodedError(error) : error;
    }
  }
}
