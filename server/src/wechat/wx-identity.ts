import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

export interface WxIdentity {
  readonly openid: string;
  readonly unionid?: string;
}

/** Sources whose requests a person makes, in the mini-program or the developer tools. */
const PEOPLE = ['wx_client', 'wx_devtools'];

/**
 * Who asks, by the headers that WeChat's cloud (云托管) puts on a request. Nobody can send them past it, but outside it
 * anybody can send them: there they are worth nothing.
 */
@Injectable()
export class WxIdentityResolver {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Null outside WeChat's cloud, and for what did not come from the mini-program that is configured. */
  of(headers: IncomingHttpHeaders): WxIdentity | null {
    const { wechat } = this.config;
    if (wechat?.mode !== 'cloudrun' || !isFromWechatCloud(headers)) return null;
    // A mini-program that shares another's cloud comes with the FROM headers, and without the others.
    const from = headers['x-wx-openid'] === undefined ? 'x-wx-from-' : 'x-wx-';
    const [openid, appid, unionid] = ['openid', 'appid', 'unionid'].map((name) => headers[`${from}${name}`]);
    if (typeof openid !== 'string' || openid === '' || appid !== wechat.appId) return null;
    return { openid, ...(typeof unionid === 'string' && unionid !== '' && { unionid }) };
  }
}

/** Whether WeChat's cloud handed the request on; its documents spell the header both ways. */
export function isFromWechatCloud(headers: IncomingHttpHeaders): boolean {
  return Boolean(headers['x-wx-source'] || headers['x-wx-sources']);
}

/** False when a person, and not WeChat itself, sends an event about somebody else. */
export function isOwnOrNobodys(headers: IncomingHttpHeaders, openid: unknown): boolean {
  if (!PEOPLE.includes(String(headers['x-wx-source']))) return true;
  return openid === headers['x-wx-openid'] || openid === headers['x-wx-from-openid'];
}
