import { readDatabaseUrl } from './database.config.js';

const CLOUD = { MYSQL_ADDRESS: '10.1.2.3:3306', MYSQL_USERNAME: 'root', MYSQL_PASSWORD: 'p@ss/word:1' };

describe('which database', () => {
  it('is SQLite when nothing is said', () => {
    expect(readDatabaseUrl({})).toBeNull();
  });

  it('is what WeChat’s cloud hands out, whatever is in the password', () => {
    const url = new URL(readDatabaseUrl(CLOUD) ?? '');
    expect([url.host, url.username, decodeURIComponent(url.password), url.pathname]).toEqual([
      '10.1.2.3:3306',
      'root',
      CLOUD.MYSQL_PASSWORD,
      '/consult',
    ]);
    expect(readDatabaseUrl({ ...CLOUD, MYSQL_DATABASE: 'county' })).toMatch(/\/county$/);
  });

  it('is DATABASE_URL where both are given', () => {
    expect(readDatabaseUrl({ ...CLOUD, DATABASE_URL: 'mysql://a@b/c' })).toBe('mysql://a@b/c');
  });

  it.each([
    [{ DATABASE_URL: 'postgres://localhost/consult' }, /DATABASE_URL/],
    [{ ...CLOUD, MYSQL_ADDRESS: 'mysql://10.1.2.3' }, /MYSQL_ADDRESS must be/],
    [{ ...CLOUD, MYSQL_USERNAME: '' }, /MYSQL_USERNAME is missing/],
    [{ ...CLOUD, MYSQL_PASSWORD: undefined }, /MYSQL_PASSWORD is missing/],
  ])('names the setting that is wrong in %j', (env, message) => {
    expect(() => readDatabaseUrl(env)).toThrow(message);
  });
});
