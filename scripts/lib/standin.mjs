import { randomBytes } from 'node:crypto';

/** Of no real account. */
const APP_ID = 'wx0123456789abcdef';
const AES_KEY_LENGTH = 43;

/**
 * Whether the demo is to be given a stand-in for WeChat: not in production, not with another way to sign in, and not
 * when WeChat, or no WeChat, was asked for.
 * @param {Record<string, string | undefined>} env
 */
export function wantsStandin({ NODE_ENV, IDENTITY, ...env }) {
  const isDemo = NODE_ENV !== 'production' && (IDENTITY === undefined || IDENTITY === 'demo');
  return isDemo && !Object.keys(env).some((name) => name.startsWith('WX_'));
}

/**
 * Starts a stand-in for WeChat's servers on a free port of this machine.
 * @param {{PORT: string, HOST: string}} server which the stand-in pushes its events to and fetches photos from
 * @returns {Promise<{env: Record<string, string>, stop(): Promise<void>}>} env has the server's settings about WeChat
 */
export async function startStandin({ PORT, HOST }) {
  // Only here, as the stand-in needs what may only just have been installed.
  const standin = await import('../wechat-standin/src/standin.mjs');
  const token = randomBytes(16).toString('hex');
  const aesKey = randomBytes(AES_KEY_LENGTH).toString('hex').slice(0, AES_KEY_LENGTH);
  const origin = `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`;
  const { url, secret, stop } = await standin.startStandin({
    appId: APP_ID,
    secret: randomBytes(16).toString('hex'),
    push: { url: `${origin}/api/v1/wechat/push`, token, aesKey, format: 'json' },
  });
  const env = {
    WX_MODE: 'standin',
    WX_API_BASE: url,
    WX_APPID: APP_ID,
    WX_SECRET: secret,
    WX_PUSH_TOKEN: token,
    WX_PUSH_AES_KEY: aesKey,
    // Where the stand-in fetches the photos that it checks.
    PUBLIC_URL: process.env.PUBLIC_URL || origin,
  };
  return { env, stop };
}
