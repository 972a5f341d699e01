import { ConfigError } from './config-error.js';
import { type Environment, needed } from './settings.js';

/** A bucket that speaks S3: COS, MinIO and others. */
export interface S3Config {
  readonly kind: 's3';
  /** Origin of the service, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The bucket is the first part of the path (MinIO), not of the host name (COS). */
  readonly pathStyle: boolean;
}

/** Where photos are kept; `disk` is the data directory. */
export type PhotoStoreConfig = { readonly kind: 'disk' } | S3Config;

/**
 * Reads PHOTO_STORE and S3_*.
 * @throws ConfigError naming the setting that is missing or wrong
 */
export function readPhotoStore(env: Environment): PhotoStoreConfig {
  const kind = env.PHOTO_STORE || 'disk';
  if (kind === 'disk') return { kind };
  if (kind !== 's3') throw new ConfigError(`PHOTO_STORE must be disk or s3, not ${JSON.stringify(kind)}`);
  const need = (name: string) => needed(name, env, 'PHOTO_STORE=s3');
  return {
    kind,
    endpoint: origin(need('S3_ENDPOINT')),
    bucket: need('S3_BUCKET'),
    region: need('S3_REGION'),
    accessKey: need('S3_ACCESS_KEY'),
    secretKey: need('S3_SECRET_KEY'),
    pathStyle: flag('S3_PATH_STYLE', env.S3_PATH_STYLE),
  };
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new ConfigError(
      'S3_ENDPOINT must be an origin such as https://cos.ap-guangzhou.myqcloud.com, without the bucket',
    );
  }
  return url.origin;
}

function flag(name: string, text = ''): boolean {
  if (!['', 'true', 'false'].includes(text)) throw new ConfigError(`${name} must be true or false`);
  return text === 'true';
}
