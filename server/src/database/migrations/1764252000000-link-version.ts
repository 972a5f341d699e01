import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { line } from './columns.js';

/** Which version of the mini-program a kept link of WeChat's opens. */
export class LinkVersion1764252000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('short_links', new TableColumn(line('url_link_version', 24, { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('short_links', 'url_link_version');
  }
}
