import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { flag, line, moment, text, whole } from './columns.js';

const id = line('id', 26, { isPrimary: true });

const TABLES: TableOptions[] = [
  {
    name: 'opinion_rounds',
    columns: [
      id,
      line('county', 12),
      line('township', 12),
      line('topic_id', 26, { isNullable: true }),
      line('session_id', 26, { isNullable: true }),
      line('title', 60),
      text('intro'),
      line('state', 24),
      moment('opens_at'),
      moment('closes_at'),
      moment('opened_at', { isNullable: true }),
      line('initiator_id', 26),
      whole('people', { default: '0' }),
      whole('votes', { default: '0' }),
      whole('statements', { default: '0' }),
      whole('revision', { default: '0' }),
      line('content', 24, { default: "'passed'" }),
      moment('due_at', { isNullable: true }),
      moment('created_at'),
      moment('moved_at'),
    ],
    indices: [
      { name: 'IDX_829a5c605fcb6f484ae9483234', columnNames: ['township', 'state', 'closes_at', 'id'] },
      { name: 'IDX_507388cb8c1ee46f093d4db9cf', columnNames: ['county', 'state', 'closes_at', 'id'] },
      { name: 'IDX_12b9282b689312783ffd9d3e66', columnNames: ['state', 'opens_at'] },
      { name: 'IDX_9f56d79bf643fee2cd71196125', columnNames: ['state', 'closes_at'] },
      { name: 'IDX_140765e09642aff633d730ba05', columnNames: ['topic_id'] },
      { name: 'IDX_15632f5db2dc2c42cf125fbcee', columnNames: ['session_id'] },
      { name: 'IDX_dd76904bc2e4010efcfe2de70c', columnNames: ['initiator_id'] },
    ],
  },
  {
    name: 'opinion_statements',
    columns: [
      id,
      line('round_id', 26),
      whole('no'),
      line('text', 140),
      line('text_key', 64),
      line('author_id', 26),
      flag('seed'),
      line('content', 24),
      { name: 'priority', type: 'double', isNullable: true },
      moment('created_at'),
    ],
    indices: [
      { name: 'IDX_04eb6f75acec1ed4c633a27c46', columnNames: ['round_id', 'no'], isUnique: true },
      { name: 'IDX_5143db27c22a9b386f633df421', columnNames: ['round_id', 'text_key'], isUnique: true },
      { name: 'IDX_32f4af15be03623afe8c72e0a1', columnNames: ['round_id', 'author_id'] },
      { name: 'IDX_46f2050bd538ffa2172a6eafe5', columnNames: ['author_id'] },
    ],
  },
  {
    name: 'opinion_voters',
    columns: [
      id,
      line('round_id', 26),
      line('person_id', 26, { isNullable: true }),
      line('category', 24),
      moment('created_at'),
    ],
    indices: [
      { name: 'IDX_160e34014feb7520306879e7ae', columnNames: ['round_id', 'person_id'], isUnique: true },
      { name: 'IDX_856973a1f36e8093bb8b8ef5cc', columnNames: ['person_id'] },
    ],
  },
  {
    name: 'opinion_votes',
    columns: [id, line('round_id', 26), line('voter_id', 26), line('statement_id', 26), whole('vote'), moment('at')],
    indices: [
      { name: 'IDX_37e3eb35554a8e8bb30a5b8577', columnNames: ['voter_id', 'statement_id', 'id'] },
      { name: 'IDX_7c8f47359b9edfa97f8a606c44', columnNames: ['round_id', 'id'] },
    ],
  },
  {
    name: 'opinion_maps',
    columns: [id, line('round_id', 26), whole('votes_seen'), whole('people'), moment('computed_at')],
    indices: [{ name: 'IDX_1489675b119a0cf3662055688c', columnNames: ['round_id', 'id'] }],
  },
  {
    name: 'opinion_map_parts',
    columns: [line('map_id', 26, { isPrimary: true }), { ...whole('part'), isPrimary: true }, text('body')],
  },
];

/** 网络议政: rounds, their statements, voices and votes, and the maps of them. */
export class OpinionRounds1764300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
