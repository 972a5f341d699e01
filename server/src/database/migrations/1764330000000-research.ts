import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { flag, line, moment, text, whole } from './columns.js';

const TABLES: TableOptions[] = [
  {
    name: 'research',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('county', 12),
      line('township', 12),
      line('topic_id', 26, { isNullable: true }),
      line('session_id', 26, { isNullable: true }),
      line('title', 60),
      line('state', 24),
      text('methods'),
      line('lead_id', 26),
      line('initiator_id', 26),
      moment('report_due_at'),
      text('situation'),
      text('data'),
      text('demands'),
      text('policy'),
      text('summary'),
      text('questions'),
      whole('visits', { default: '0' }),
      whole('revision', { default: '0' }),
      line('content', 24, { default: "'passed'" }),
      moment('finished_at', { isNullable: true }),
      moment('due_at', { isNullable: true }),
      moment('created_at'),
      moment('moved_at'),
    ],
    indices: [
      { name: 'IDX_3e37805f9b9ac0e96c693cdf98', columnNames: ['topic_id', 'id'] },
      { name: 'IDX_1f136ff01932ffdb95f393e124', columnNames: ['session_id', 'id'] },
    ],
  },
  {
    name: 'research_members',
    columns: [line('research_id', 26, { isPrimary: true }), line('person_id', 26, { isPrimary: true })],
    indices: [{ name: 'IDX_d51ed9c27162f023395c1f323e', columnNames: ['person_id'] }],
  },
  {
    name: 'research_visits',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('research_id', 26),
      line('person_id', 26),
      moment('visited_at'),
      line('place', 80),
      line('who', 120),
      text('found'),
      moment('created_at'),
    ],
    indices: [{ name: 'IDX_7fb28c6d63a1966ea90816f443', columnNames: ['research_id', 'visited_at', 'id'] }],
  },
  {
    name: 'questionnaires',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('research_id', 26),
      line('county', 12),
      line('township', 12),
      line('title', 60),
      text('intro'),
      line('state', 24),
      flag('anonymous'),
      text('questions'),
      moment('closes_at'),
      whole('answers', { default: '0' }),
      whole('revision', { default: '0' }),
      line('content', 24, { default: "'passed'" }),
      moment('due_at', { isNullable: true }),
      moment('created_at'),
      moment('moved_at'),
    ],
    indices: [{ name: 'IDX_58a98c46d04b7fe5ab5f318d4c', columnNames: ['research_id', 'id'] }],
  },
  {
    name: 'questionnaire_answered',
    withoutRowid: true,
    columns: [line('questionnaire_id', 26, { isPrimary: true }), line('person_id', 26, { isPrimary: true })],
    indices: [{ name: 'IDX_02688a22b7476d9e09e1d68b89', columnNames: ['person_id'] }],
  },
  {
    name: 'questionnaire_sheets',
    withoutRowid: true,
    columns: [
      line('questionnaire_id', 26, { isPrimary: true }),
      line('id', 26, { isPrimary: true }),
      line('person_id', 26, { isNullable: true }),
      text('answers'),
    ],
    indices: [{ name: 'IDX_ea84ce3c2a83b0d4f93f6f31fc', columnNames: ['person_id'] }],
  },
  {
    name: 'questionnaire_tallies',
    columns: [
      line('questionnaire_id', 26, { isPrimary: true }),
      line('question_id', 36, { isPrimary: true }),
      line('choice', 4, { isPrimary: true }),
      whole('count', { default: '0' }),
    ],
  },
];

/** 会前调研 and its questionnaires. */
export class Research1764330000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
