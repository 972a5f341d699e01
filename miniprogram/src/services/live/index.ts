import { browserWire } from './browser-wire';
import { containerWire } from './container-wire';
import { wechatWire } from './wechat-wire';
import type { OpenWire } from './wire';

/** Chosen when the app is built, like the transport of services/http; the others are left out of it. */
export const openWire: OpenWire =
  process.env.TARO_ENV === 'h5' ? browserWire : CLOUDRUN ? containerWire(CLOUDRUN) : wechatWire;
