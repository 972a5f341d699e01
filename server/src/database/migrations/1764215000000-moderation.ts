import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableOptions } from 'typeorm';
import { flag, line, moment, text, whole } from './columns.js';

const id = line('id', 26, { isPrimary: true });
const region = [line('county', 12), line('township', 12)];

const TABLES: TableOptions[] = [
  {
    name: 'content_checks',
    columns: [
      id,
      line('kind', 24),
      line('owner_id', 60),
      ...region,
      line('author_id', 26),
      line('title', 80),
      text('text'),
      line('hash', 64),
      line('state', 24),
      whole('label', { isNullable: true }),
      text('trace_ids'),
      line('cause', 24, { isNullable: true }),
      text('reason', { isNullable: true }),
      text('appeal', { isNullable: true }),
      line('page_kind', 24, { isNullable: true }),
      line('page_id', 26, { isNullable: true }),
      line('decided_by', 26, { isNullable: true }),
      moment('superseded_at', { isNullable: true }),
      moment('created_at'),
      moment('moved_at'),
    ],
    indices: [
      { name: 'IDX_b3a0589c399579829ecf7d4db7', columnNames: ['kind', 'owner_id', 'id'] },
      { name: 'IDX_03a62797aa26b2615c3afe2c1e', columnNames: ['township', 'state', 'id'] },
      { name: 'IDX_d8c6d6b250c5a01affc7afbbff', columnNames: ['county', 'state', 'id'] },
      { name: 'IDX_7daf78348d244818f0afd0d205', columnNames: ['state', 'created_at'] },
    ],
  },
  {
    name: 'moderation_events',
    columns: [
      id,
      line('subject', 24),
      line('subject_id', 26),
      line('action', 24),
      line('from_state', 24, { isNullable: true }),
      line('to_state', 24),
      line('actor_id', 26, { isNullable: true }),
      line('capacity', 24),
      text('reason', { isNullable: true }),
      text('data', { isNullable: true }),
      moment('at'),
    ],
    indices: [{ name: 'IDX_203de50d51e813863ba3fe8b1c', columnNames: ['subject', 'subject_id', 'id'] }],
  },
  {
    name: 'media_verdicts',
    columns: [
      line('trace_id', 128, { isPrimary: true }),
      line('check_id', 26, { isNullable: true }),
      line('suggest', 24, { isNullable: true }),
      whole('label', { isNullable: true }),
      moment('created_at'),
    ],
    indices: [{ name: 'IDX_8f917812273a099f3c6e0f8b88', columnNames: ['created_at'] }],
  },
  {
    name: 'reports',
    columns: [
      id,
      line('kind', 24),
      line('item_id', 26),
      line('page_kind', 24),
      line('page_id', 26),
      line('title', 80),
      ...region,
      line('reporter_id', 26),
      line('category', 24),
      text('note', { isNullable: true }),
      line('state', 24),
      text('reply', { isNullable: true }),
      moment('created_at'),
      moment('decided_at', { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_5834da439a88d58bcda324e6b5', columnNames: ['kind', 'item_id', 'reporter_id'], isUnique: true },
      { name: 'IDX_13d78fb3f467902b965d1a09ce', columnNames: ['township', 'state', 'id'] },
      { name: 'IDX_379529e72d9bfc4f4bc130346c', columnNames: ['county', 'state', 'id'] },
      { name: 'IDX_c61a31fb58b7b605c668165b07', columnNames: ['reporter_id', 'id'] },
    ],
  },
  {
    name: 'blocked_words',
    columns: [line('county', 12, { isPrimary: true }), text('words'), moment('changed_at')],
  },
  {
    name: 'feedback',
    columns: [
      id,
      line('kind', 24),
      line('state', 24),
      flag('is_open'),
      ...region,
      line('person_id', 26),
      text('text'),
      text('contact', { isNullable: true }),
      text('answer', { isNullable: true }),
      moment('due_at'),
      moment('created_at'),
      moment('answered_at', { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_2a76224c76841a8f06760a5fd1', columnNames: ['township', 'is_open', 'id'] },
      { name: 'IDX_f65eec9b771403fcdfad288dc3', columnNames: ['county', 'is_open', 'id'] },
      { name: 'IDX_f596eb3b18a19d4ebdf5e27b30', columnNames: ['person_id', 'id'] },
    ],
  },
];

/** Tables whose rows people write, and are checked; and those that offices publish. */
const CHECKED = ['topics', 'attachments', 'minutes_objections', 'ratings'];
const PUBLISHED = ['sessions', 'minutes', 'outcomes', 'tasks', 'task_progress'];

const state = (initial: string) => new TableColumn(line('content', 24, { default: `'${initial}'` }));

/** Content checks, reports, takedowns, blocked words, and 投诉建议. */
export class Moderation1764215000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
    for (const name of CHECKED) await queryRunner.addColumn(name, state('pending'));
    for (const name of PUBLISHED) await queryRunner.addColumn(name, state('passed'));
    // What was accepted, answered or published before was read by those who did so.
    await queryRunner.query("UPDATE topics SET content = 'passed' WHERE accepted_at IS NOT NULL");
    await queryRunner.query("UPDATE minutes_objections SET content = 'passed' WHERE answered_at IS NOT NULL");
    await queryRunner.query(
      `UPDATE attachments SET content = 'passed' WHERE owner_kind IN ('minutes', 'task_progress', 'task_reply')
       OR (owner_kind = 'topic' AND owner_id IN (SELECT id FROM topics WHERE accepted_at IS NOT NULL))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of [...CHECKED, ...PUBLISHED].reverse()) await queryRunner.dropColumn(name, 'content');
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
