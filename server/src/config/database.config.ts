import { ConfigError } from './config-error.js';
import { type Environment, needed } from './settings.js';

const DEFAULT_DATABASE = 'consult';

/**
 * Reads DATABASE_URL or, as WeChat's cloud (云托管) hands them out, MYSQL_ADDRESS, MYSQL_USERNAME, MYSQL_PASSWORD and
 * MYSQL_DATABASE. Null: SQLite.
 * @throws ConfigError naming the setting that is missing or wrong
 */
export function readDatabaseUrl(env: Environment): string | null {
  const given = env.DATABASE_URL || null;
  if (given !== null && !/^(mysql|mariadb):\/\//.test(given)) {
    throw new ConfigError('DATABASE_URL must begin with mysql:// or mariadb://');
  }
  if (given !== null || !env.MYSQL_ADDRESS) return given;
  const address = env.MYSQL_ADDRESS;
  if (!/^[\w.-]+(:\d{1,5})?$/.test(address)) throw new ConfigError('MYSQL_ADDRESS must be a host or host:port');
  const user = encodeURIComponent(needed('MYSQL_USERNAME', env, 'MYSQL_ADDRESS'));
  const password = encodeURIComponent(needed('MYSQL_PASSWORD', env, 'MYSQL_ADDRESS'));
  return `mysql://${user}:${password}@${address}/${env.MYSQL_DATABASE || DEFAULT_DATABASE}`;
}
