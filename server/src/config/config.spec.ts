import { ConfigError, DEMO_SECRET, readConfig } from './config.js';

const OWN_SECRET = 'a-secret-of-the-county-itself-0123456789';
const OWN_KEY = Buffer.alloc(32, 7).toString('base64');
const DEMO_KEYS = readConfig({});
const demoKey = (key: Buffer | undefined) => key?.toString('base64');
const PRODUCTION = {
  NODE_ENV: 'production',
  SECRET: OWN_SECRET,
  DATABASE_URL: 'mysql://root@localhost/consult',
  DATA_KEYS: `one:${OWN_KEY}`,
  LOOKUP_KEY: OWN_KEY,
};

describe('configuration', () => {
  it('starts as a demo on SQLite with nothing set', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      demo: true,
      databaseUrl: null,
      port: 3000,
      appDir: null,
    });
  });

  it('accepts a complete production setting, without the demo', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ production: true, demo: false, secret: OWN_SECRET });
  });

  it.each([
    ['the demo identity provider', { ...PRODUCTION, IDENTITY: 'demo' }, /IDENTITY/],
    ['a missing secret', { ...PRODUCTION, SECRET: undefined }, /SECRET is missing/],
    ['an empty secret', { ...PRODUCTION, SECRET: '' }, /SECRET is missing/],
    ['the demo secret', { ...PRODUCTION, SECRET: DEMO_SECRET }, /SECRET must be your own/],
    ['no data keys', { ...PRODUCTION, DATA_KEYS: undefined }, /DATA_KEYS is missing/],
    [
      'the demo data key',
      { ...PRODUCTION, DATA_KEYS: `one:${OWN_KEY},two:${demoKey(DEMO_KEYS.dataKeys.byId.get('demo'))}` },
      /DATA_KEYS \(key two\) must be your own/,
    ],
    ['no lookup key', { ...PRODUCTION, LOOKUP_KEY: '' }, /LOOKUP_KEY is missing/],
    ['the demo lookup key', { ...PRODUCTION, LOOKUP_KEY: demoKey(DEMO_KEYS.lookupKey) }, /LOOKUP_KEY must be your own/],
    ['a short secret', { ...PRODUCTION, SECRET: 'short' }, /at least 32/],
  ])('refuses to start in production with %s, and says so', (_, env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
  });

  it.each([
    [{ PORT: 'http' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ PORT: '30.5' }, /PORT/],
    [{ WRITES_PER_MINUTE: '0' }, /WRITES_PER_MINUTE/],
    [{ DATA_KEYS: OWN_KEY }, /DATA_KEYS must be "id:base64/],
    [{ DATA_KEYS: 'one:c2hvcnQ=' }, /DATA_KEYS \(key one\) must be 32 bytes/],
    [{ DATA_KEYS: `one:${OWN_KEY},one:${OWN_KEY}` }, /DATA_KEYS names a key twice/],
    [{ LOOKUP_KEY: 'short' }, /LOOKUP_KEY must be 32 bytes/],
    [{ DATABASE_URL: 'postgres://localhost/consult' }, /DATABASE_URL/],
  ])('names the setting that is wrong in %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  it('turns the demo off by any other identity', () => {
    expect(readConfig({ IDENTITY: 'wechat' }).demo).toBe(false);
  });
});
