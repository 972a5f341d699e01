import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { line, whole } from './columns.js';

const YEARS: TableOptions = {
  name: 'figure_years',
  withoutRowid: true,
  columns: [
    line('region', 12, { isPrimary: true }),
    line('measure', 12, { isPrimary: true }),
    line('period', 7, { isPrimary: true }),
    line('name', 32, { isPrimary: true }),
    line('seen', 12, { isPrimary: true }),
    whole('n', { default: '0' }),
  ],
};

/** The figures of each year added up, so that a dashboard of a year need not add its months. */
export class FigureYears1764510000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(new Table(YEARS));
    await queryRunner.query(
      `INSERT INTO figure_years (region, measure, period, name, seen, n)
       SELECT region, measure, SUBSTR(period, 1, 4), name, seen, SUM(n) FROM figure_cells
       GROUP BY region, measure, SUBSTR(period, 1, 4), name, seen`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('figure_years');
  }
}
