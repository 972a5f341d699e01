import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, whole } from './columns.js';

/** 开放数据的密钥 */
export class OpenKeys1764480000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'open_keys',
        columns: [
          line('id', 26, { isPrimary: true }),
          line('county', 12),
          line('prefix', 8),
          line('hash', 64),
          line('holder', 60),
          line('purpose', 200),
          moment('ends_at', { isNullable: true }),
          moment('ended_at', { isNullable: true }),
          moment('created_at'),
        ],
        indices: [
          { name: 'IDX_cfa96a1c23bee821a1e0cf7db8', columnNames: ['county', 'id'] },
          { name: 'IDX_2b01d231997f3dcf0498c36570', columnNames: ['hash'], isUnique: true },
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'open_key_days',
        columns: [line('key_id', 26, { isPrimary: true }), line('day', 10, { isPrimary: true }), whole('requests')],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'open_key_events',
        columns: [
          line('id', 26, { isPrimary: true }),
          line('county', 12),
          line('key_id', 26),
          line('action', 24),
          line('actor_id', 26),
          line('request_id', 40, { isNullable: true }),
          moment('at'),
        ],
        indices: [
          { name: 'IDX_78ec7c13784d275ae8759a2f0d', columnNames: ['key_id', 'id'] },
          { name: 'IDX_9e7f537b486d8a3033fda15586', columnNames: ['actor_id'] },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('open_key_events');
    await queryRunner.dropTable('open_key_days');
    await queryRunner.dropTable('open_keys');
  }
}
