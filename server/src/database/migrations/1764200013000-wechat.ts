import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { line, moment, text } from './columns.js';

const TABLES: TableOptions[] = [
  {
    name: 'short_links',
    columns: [
      line('id', 12, { isPrimary: true }),
      line('page', 128),
      line('query', 512),
      moment('created_at'),
      moment('expires_at', { isNullable: true }),
      line('url_link', 255, { isNullable: true }),
      moment('url_link_until', { isNullable: true }),
    ],
    indices: [{ name: 'IDX_75f8d6f498d6154a9f64470abc', columnNames: ['expires_at'] }],
  },
  {
    name: 'wechat_tokens',
    columns: [
      line('app_id', 32, { isPrimary: true }),
      text('sealed'),
      moment('expires_at'),
      line('fetcher', 26, { isNullable: true }),
      moment('fetching_until'),
    ],
  },
];

/** The access token that replicas share, and short names of places in the app. */
export class Wechat1764200013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await runner.dropTable(name);
  }
}
