import path from 'node:path';
import { ConfigError } from './config-error.js';
import { type DataKeys, readDataKeys, readLookupKey } from './data-keys.config.js';
import { readDatabaseUrl } from './database.config.js';
import { type PhotoStoreConfig, readPhotoStore } from './photo-store.config.js';
import { readRedisUrl } from './redis.config.js';
import { type Environment, origin, wholeNumber } from './settings.js';
import { type MessageTemplates, readTemplates } from './templates.config.js';
import { readWechatConfig, type WechatConfig } from './wechat.config.js';

export { ConfigError } from './config-error.js';

/** Everything that the environment decides, read once at start. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** mysql://… ; without it, SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Where the SQLite file and, unless they are in a bucket, the photos are. */
  readonly dataDir: string;
  readonly photoStore: PhotoStoreConfig;
  /** Signs sign-ins, photo addresses and door codes. */
  readonly secret: string;
  /** Origin under which WeChat reaches this server; null: photos are checked by people alone. */
  readonly publicUrl: string | null;
  /** Encrypt personal fields. */
  readonly dataKeys: DataKeys;
  /** Keys the hashes that encrypted fields are found by. */
  readonly lookupKey: Buffer;
  /** The demo identity provider is on. */
  readonly demo: boolean;
  /** The built web app to serve; null serves the API alone. */
  readonly appDir: string | null;
  /** Writes one person may make in a minute. */
  readonly writesPerMinute: number;
  /** redis://… tells the other servers at once what is new in open sessions; null: they look every two seconds. */
  readonly redisUrl: string | null;
  /** Sockets that this process keeps open, and those among them from one address. */
  readonly liveSockets: number;
  readonly liveSocketsPerAddress: number;
  /** Does background work too; off in a process that only answers. */
  readonly workers: boolean;
  /** silent, error, warn or info; at info, a line for each answer. */
  readonly logLevel: string;
  /** Null: nothing of WeChat is on. */
  readonly wechat: WechatConfig | null;
  /** The subscription messages that may be sent; one that is left out is not. */
  readonly templates: MessageTemplates;
}

export const DEMO_SECRET = 'demo-secret-not-for-production';
const SECRET_MIN_LENGTH = 32;

/**
 * Reads the environment.
 * @throws ConfigError naming the setting: a bad number, or, in production, a missing or default SECRET,
 *   DATA_KEYS or LOOKUP_KEY or the demo identity provider
 */
export function readConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const demo = env.IDENTITY === 'demo' || (!production && env.IDENTITY === undefined);
  if (production && demo) throw new ConfigError('IDENTITY=demo must not be used with NODE_ENV=production');
  const secret = env.SECRET ?? (production ? '' : DEMO_SECRET);
  if (production && secret === '') throw new ConfigError('SECRET is missing');
  if (production && (secret === DEMO_SECRET || secret.length < SECRET_MIN_LENGTH)) {
    throw new ConfigError(`SECRET must be your own, at least ${SECRET_MIN_LENGTH} characters`);
  }
  return {
    production,
    host: env.HOST ?? '0.0.0.0',
    port: wholeNumber('PORT', env.PORT ?? '3000', 0, 65535),
    databaseUrl: readDatabaseUrl(env),
    dataDir: path.resolve(env.DATA_DIR ?? '.data'),
    photoStore: readPhotoStore(env),
    secret,
    publicUrl: origin('PUBLIC_URL', env.PUBLIC_URL),
    dataKeys: readDataKeys(env.DATA_KEYS, production),
    lookupKey: readLookupKey(env.LOOKUP_KEY, production),
    demo,
    appDir: env.SERVE_APP ? path.resolve(env.SERVE_APP) : null,
    writesPerMinute: wholeNumber('WRITES_PER_MINUTE', env.WRITES_PER_MINUTE ?? '120', 1, 10_000_000),
    redisUrl: readRedisUrl(env.REDIS_URL),
    liveSockets: wholeNumber('LIVE_SOCKETS', env.LIVE_SOCKETS ?? '5000', 1, 100_000),
    liveSocketsPerAddress: wholeNumber('LIVE_SOCKETS_PER_ADDRESS', env.LIVE_SOCKETS_PER_ADDRESS ?? '600', 1, 100_000),
    workers: env.WORKERS !== 'off',
    logLevel: env.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    wechat: readWechatConfig(env, production),
    templates: readTemplates(env),
  };
}
