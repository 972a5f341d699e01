import { ConfigError } from './config-error.js';

/**
 * Where the server runs. self: on a county's own machine, calling WeChat with a token of its own. cloudrun: in
 * WeChat's cloud (云托管), which calls without a token and says in headers who asks. standin: as self, but against
 * a stand-in for WeChat.
 */
export const WECHAT_MODES = ['self', 'cloudrun', 'standin'] as const;
export type WechatMode = (typeof WECHAT_MODES)[number];

/** The version of the mini-program that codes, links and messages open: 正式版, 体验版, 开发版. */
export const ENV_VERSIONS = ['release', 'trial', 'develop'] as const;
export type EnvVersion = (typeof ENV_VERSIONS)[number];

export interface WechatConfig {
  readonly mode: WechatMode;
  readonly appId: string;
  /** Null in cloudrun mode, where none is needed. */
  readonly secret: string | null;
  /** Origin of WeChat's API, without a slash at the end. */
  readonly apiBase: string;
  /** What signs the pushes that come from outside WeChat's cloud; null: pushes are not taken in. */
  readonly push: {
    readonly token: string /** 43 characters; null: plain mode */;
    readonly aesKey: string | null;
  } | null;
  readonly envVersion: EnvVersion;
}

type Env = Readonly<Record<string, string | undefined>>;

const API_HOST = 'api.weixin.qq.com';
const APP_ID = /^wx[0-9a-f]{16}$/;
const AES_KEY = /^[0-9A-Za-z]{43}$/;

/**
 * Reads the WX_ settings; null without WX_MODE.
 * @throws ConfigError naming the setting that is missing, wrong, or not for production
 */
export function readWechatConfig(env: Env, production: boolean): WechatConfig | null {
  if (!env.WX_MODE) return null;
  const mode = choice('WX_MODE', env.WX_MODE, WECHAT_MODES);
  if (production && mode === 'standin') throw new ConfigError('WX_MODE=standin must not be used in production');
  return {
    mode,
    appId: appId(env),
    secret: mode === 'cloudrun' ? null : required('WX_SECRET', env),
    apiBase: apiBase(env, mode, production),
    push: push(env, mode, production),
    envVersion: choice('WX_ENV_VERSION', env.WX_ENV_VERSION || 'release', ENV_VERSIONS),
  };
}

function appId(env: Env): string {
  const value = required('WX_APPID', env);
  if (!APP_ID.test(value)) throw new ConfigError('WX_APPID must be wx and 16 digits or letters a to f');
  return value;
}

function apiBase(env: Env, mode: WechatMode, production: boolean): string {
  // WeChat's cloud adds the credentials itself, which it can only do to plain http.
  const usual = `${mode === 'cloudrun' ? 'http' : 'https'}://${API_HOST}`;
  if (mode === 'standin') required('WX_API_BASE', env);
  const text = env.WX_API_BASE || usual;
  if (!URL.canParse(text)) throw new ConfigError('WX_API_BASE must be a web address');
  if (production && new URL(text).origin !== usual) throw new ConfigError(`WX_API_BASE must be ${usual} in production`);
  return new URL(text).origin;
}

function push(env: Env, mode: WechatMode, production: boolean): WechatConfig['push'] {
  if (mode === 'cloudrun' || (!env.WX_PUSH_TOKEN && !env.WX_PUSH_AES_KEY)) return null;
  const token = required('WX_PUSH_TOKEN', env);
  const aesKey = env.WX_PUSH_AES_KEY || null;
  if (aesKey !== null && !AES_KEY.test(aesKey)) throw new ConfigError('WX_PUSH_AES_KEY must be 43 letters and digits');
  if (production && aesKey === null) throw new ConfigError('WX_PUSH_AES_KEY is missing: production takes secure mode');
  return { token, aesKey };
}

function required(name: string, env: Env): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} is missing`);
  return value;
}

function choice<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  if (found === undefined) throw new ConfigError(`${name} must be one of ${choices.join(', ')}`);
  return found;
}
