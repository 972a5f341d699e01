import type { DataSource } from 'typeorm';

const CHINA_SECONDS = 8 * 60 * 60;

/**
 * The month in China, YYYY-MM, of a moment in ms since 1970, as an expression of the database that is asked. It does
 * not depend on the time zone of that database.
 */
export function chinaMonthOf({ options }: Pick<DataSource, 'options'>, moment: string): string {
  return options.type === 'mariadb' || options.type === 'mysql'
    ? `DATE_FORMAT(DATE_ADD('1970-01-01', INTERVAL (${moment} DIV 1000 + ${CHINA_SECONDS}) SECOND), '%Y-%m')`
    : `strftime('%Y-%m', ${moment} / 1000 + ${CHINA_SECONDS}, 'unixepoch')`;
}
