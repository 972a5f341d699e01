import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableOptions } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const TABLES: TableOptions[] = [
  {
    name: 'sign_ins',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('person_id', 26),
      line('way', 24),
      line('device', 60),
      line('refresh_hash', 64),
      line('previous_hash', 64, { isNullable: true }),
      moment('rotated_at'),
      moment('created_at'),
      moment('expires_at'),
      moment('ends_at', { isNullable: true }),
      moment('ended_at', { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_1b8c8b88374ce0d7a788343092', columnNames: ['person_id', 'id'] },
      { name: 'IDX_bad6480efe0203a51371151d98', columnNames: ['expires_at'] },
    ],
  },
  {
    name: 'qr_sign_ins',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('scene', 32),
      line('secret_hash', 64),
      line('state', 24),
      line('device', 60),
      line('person_id', 26, { isNullable: true }),
      moment('created_at'),
      moment('expires_at'),
    ],
    indices: [
      { name: 'IDX_8276ec9f60537396cedad2a414', columnNames: ['scene'], isUnique: true },
      { name: 'IDX_8536a3a71519ccb66f31522983', columnNames: ['person_id'] },
      { name: 'IDX_3995081ef4336eb3bf65ee81b8', columnNames: ['expires_at'] },
    ],
  },
  {
    name: 'staff_accounts',
    columns: [
      line('person_id', 26, { isPrimary: true }),
      line('username', 32),
      line('county', 12),
      line('password_hash', 200),
      text('old_hashes'),
      text('totp_secret'),
      moment('totp_step'),
      moment('set_up_at', { isNullable: true }),
      whole('failures', { default: '0' }),
      moment('locked_until', { isNullable: true }),
      moment('disabled_at', { isNullable: true }),
      moment('created_at'),
    ],
    indices: [
      { name: 'IDX_e1a66857063dd52578dd3a380f', columnNames: ['county', 'person_id'] },
      { name: 'IDX_64e8fa86be63f4a57d92d4937d', columnNames: ['username'], isUnique: true },
    ],
  },
  {
    name: 'phones',
    columns: [line('person_id', 26, { isPrimary: true }), text('phone'), line('lookup', 64), moment('bound_at')],
    indices: [{ name: 'IDX_e482954c020bae6467aeca1177', columnNames: ['lookup'], isUnique: true }],
  },
  {
    name: 'consents',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('person_id', 26),
      line('document', 24),
      line('version', 16),
      moment('given_at'),
      moment('withdrawn_at', { isNullable: true }),
    ],
    indices: [{ name: 'IDX_10f7707c30847e5530d217b7f8', columnNames: ['person_id', 'id'] }],
  },
  {
    name: 'phone_reveals',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('person_id', 26),
      line('viewer_id', 26),
      line('capacity', 24),
      line('department_id', 26, { isNullable: true }),
      line('county', 12),
      line('reason', 100),
      moment('at'),
    ],
    indices: [
      { name: 'IDX_45cfdac96434627949ab2af1cc', columnNames: ['person_id', 'id'] },
      { name: 'IDX_b678bb96e5058c9558d25cb635', columnNames: ['county', 'id'] },
      { name: 'IDX_7b6b7aa34b8f779c0970146d63', columnNames: ['viewer_id'] },
    ],
  },
];

/** Sign-ins that can be revoked, staff accounts, phone numbers, consents, and who looked at whose number. */
export class Identity1764211000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
    await queryRunner.addColumn('topics', new TableColumn(text('on_behalf_phone', { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('topics', 'on_behalf_phone');
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
