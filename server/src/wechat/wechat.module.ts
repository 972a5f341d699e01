import { Global, Module } from '@nestjs/common';
import { PushEvents } from './push-events.js';
import { WechatApi } from './wechat-api.js';
import { WechatOff } from './wechat-off.js';

@Global()
@Module({
  providers: [PushEvents, { provide: WechatApi, useClass: WechatOff }],
  exports: [PushEvents, WechatApi],
})
export class WechatModule {}
