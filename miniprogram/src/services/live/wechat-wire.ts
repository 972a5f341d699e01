import Taro from '@tarojs/taro';
import { taskWire } from './task-wire';
import type { OpenWire } from './wire';

/** In WeChat, to a server of one's own: wss to a domain registered for the mini program. */
export const wechatWire: OpenWire = (path, events) =>
  taskWire(() => Taro.connectSocket({ url: `${API_ORIGIN.replace(/^http/, 'ws')}${path}` }), events);
