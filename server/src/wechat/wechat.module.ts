import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import type { WechatConfig } from '../config/wechat.config.js';
import { AuthorizedClient } from './client/authorized-client.js';
import { HttpWechatApi } from './client/http-wechat-api.js';
import { StableToken } from './client/stable-token.js';
import { NoToken, TokenProvider } from './client/token-provider.js';
import { WechatClient } from './client/wechat-client.js';
import { WechatHttp } from './client/wechat-http.js';
import { PushController } from './push/push.controller.js';
import { PushReceiver } from './push/push-receiver.service.js';
import { PushWorker } from './push/push-worker.js';
import { PushEvents } from './push-events.js';
import { WechatApi } from './wechat-api.js';
import { WechatOff } from './wechat-off.js';
import { WxIdentityResolver } from './wx-identity.js';

@Global()
@Module({})
export class WechatModule {
  /** @param wechat null leaves WeChat off: what needs it answers WECHAT.OFF */
  static with({ wechat }: { wechat: WechatConfig | null }): DynamicModule {
    return {
      module: WechatModule,
      controllers: [PushController],
      providers: [PushEvents, PushReceiver, PushWorker, WxIdentityResolver, ...(wechat === null ? OFF : over(wechat))],
      exports: [PushEvents, WechatApi, WxIdentityResolver],
    };
  }
}

const OFF: Provider[] = [{ provide: WechatApi, useClass: WechatOff }];

const over = ({ mode }: WechatConfig): Provider[] => [
  WechatHttp,
  WechatClient,
  AuthorizedClient,
  { provide: TokenProvider, useClass: mode === 'cloudrun' ? NoToken : StableToken },
  { provide: WechatApi, useClass: HttpWechatApi },
];
