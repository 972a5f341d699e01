import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

/** 案例库 */
export class Cases1764461000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'cases',
        columns: [
          line('id', 26, { isPrimary: true }),
          line('topic_id', 26),
          line('county', 12),
          line('township', 12),
          line('category', 24),
          line('state', 24),
          line('title', 60),
          text('background'),
          text('process'),
          text('turning_points'),
          text('result'),
          text('lessons'),
          line('writer_id', 26),
          whole('revision', { default: '0' }),
          line('content', 24, { default: "'passed'" }),
          moment('featured_at', { isNullable: true }),
          moment('due_at', { isNullable: true }),
          moment('created_at'),
          moment('moved_at'),
        ],
        indices: [
          { name: 'IDX_aa3e5ff2096d14a7432719c156', columnNames: ['township', 'state', 'id'] },
          { name: 'IDX_0bddd6a20b9b9cf02c02488f21', columnNames: ['county', 'state', 'id'] },
          { name: 'IDX_1ca74834a8cb8543de090493df', columnNames: ['township', 'featured_at', 'id'] },
          { name: 'IDX_84b58c90982692985a88ba8b29', columnNames: ['county', 'featured_at', 'id'] },
          { name: 'IDX_c6c285450cb7747de14110fffd', columnNames: ['topic_id', 'id'] },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('cases');
  }
}
