import type { IncomingMessage } from 'node:http';
import { LIVE_SOCKET_PATH } from '@consult/shared';
import type { Config } from '../../config/config.js';

/** A mini program says that it comes from here. */
const WECHAT = 'servicewechat.com';

/** Whether a request for a socket is for the live one. */
export function isLive({ url = '' }: IncomingMessage): boolean {
  return url.split('?')[0] === LIVE_SOCKET_PATH;
}

/** Who asks, as far as the proxy in front says it; the same as what counts writes. */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')[0]
    ?.trim();
  return forwarded || (socket.remoteAddress ?? '');
}

/**
 * Whether the page that asks is ours: no other site may watch through somebody's browser. What is no web page (a
 * mini program, a program) says no origin, or one that is no web address. Outside production any port of the own
 * machine is ours too, for the app under development.
 */
export function isOurs({ headers }: IncomingMessage, { publicUrl, production }: Config): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === 'null') return false;
  if (!/^https?:/i.test(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { host, hostname } = new URL(origin);
  if (!production && (hostname === 'localhost' || hostname === '127.0.0.1')) return true;
  if (hostname === WECHAT || hostname.endsWith(`.${WECHAT}`)) return true;
  return host === headers.host || (publicUrl !== null && host === new URL(publicUrl).host);
}
