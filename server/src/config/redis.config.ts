import { ConfigError } from './config-error.js';

/** Reads REDIS_URL; null when it is not set. @throws ConfigError when it is no address of a Redis */
export function readRedisUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text))
    throw new ConfigError('REDIS_URL must be redis://… or rediss://…');
  return text;
}
