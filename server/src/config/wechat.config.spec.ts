import { ConfigError } from './config-error.js';
import { readWechatConfig } from './wechat.config.js';

const APP = { WX_APPID: 'wx0123456789abcdef', WX_SECRET: 's3cret' };
const PUSH = { WX_PUSH_TOKEN: 'token', WX_PUSH_AES_KEY: 'A'.repeat(43) };
const SELF = { WX_MODE: 'self', ...APP, ...PUSH };

describe('the settings of WeChat', () => {
  it('are off without a mode', () => {
    expect(readWechatConfig({}, true)).toBeNull();
    expect(readWechatConfig({ WX_MODE: '', ...APP }, false)).toBeNull();
  });

  it('of a county’s own server name WeChat’s own address', () => {
    expect(readWechatConfig(SELF, true)).toEqual({
      mode: 'self',
      appId: APP.WX_APPID,
      secret: APP.WX_SECRET,
      apiBase: 'https://api.weixin.qq.com',
      push: { token: 'token', aesKey: PUSH.WX_PUSH_AES_KEY },
      envVersion: 'release',
    });
  });

  it('of WeChat’s cloud hold no secret, and plain http, to which the cloud adds what is needed', () => {
    expect(readWechatConfig({ ...SELF, WX_MODE: 'cloudrun' }, true)).toMatchObject({
      secret: null,
      push: null,
      apiBase: 'http://api.weixin.qq.com',
    });
  });

  it('may name a stand-in outside production', () => {
    const standin = { ...SELF, WX_MODE: 'standin', WX_API_BASE: 'http://127.0.0.1:4000/' };
    expect(readWechatConfig(standin, false)).toMatchObject({ mode: 'standin', apiBase: 'http://127.0.0.1:4000' });
  });

  it.each([
    ['a mode that is none', { ...SELF, WX_MODE: 'mock' }, /WX_MODE/],
    ['a stand-in', { ...SELF, WX_MODE: 'standin', WX_API_BASE: 'http://127.0.0.1:4000' }, /WX_MODE/],
    ['another address', { ...SELF, WX_API_BASE: 'https://api.weixin.qq.com.example.com' }, /WX_API_BASE/],
    ['WeChat without encryption', { ...SELF, WX_API_BASE: 'http://api.weixin.qq.com' }, /WX_API_BASE/],
    ['an address that is none', { ...SELF, WX_API_BASE: 'weixin' }, /WX_API_BASE/],
    ['no appid', { ...SELF, WX_APPID: undefined }, /WX_APPID/],
    ['an appid that is none', { ...SELF, WX_APPID: 'wx1' }, /WX_APPID/],
    ['no secret', { ...SELF, WX_SECRET: '' }, /WX_SECRET/],
    ['a key without its token', { ...SELF, WX_PUSH_TOKEN: '' }, /WX_PUSH_TOKEN/],
    ['a key that is none', { ...SELF, WX_PUSH_AES_KEY: 'short' }, /WX_PUSH_AES_KEY/],
    ['pushes in the clear', { ...SELF, WX_PUSH_AES_KEY: '' }, /WX_PUSH_AES_KEY/],
    ['a version that is none', { ...SELF, WX_ENV_VERSION: 'beta' }, /WX_ENV_VERSION/],
  ])('refuse %s in production, and say which', (_, env, message) => {
    expect(() => readWechatConfig(env, true)).toThrow(ConfigError);
    expect(() => readWechatConfig(env, true)).toThrow(message);
  });

  it('demand the address of a stand-in', () => {
    expect(() => readWechatConfig({ ...SELF, WX_MODE: 'standin' }, false)).toThrow(/WX_API_BASE/);
  });
});
