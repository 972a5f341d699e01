import { voteOf } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalRecords } from '../account/personal-records.js';
import { OpinionVoters } from './opinion-voters.js';

const ROWS_MAX = 10_000;

/** What a person answered, for their own copy; and how their voice becomes nobody's when they leave. */
@Injectable()
export class OpinionRecords implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly voters: OpinionVoters,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: 'opinionAnswers',
      label: '我在网络议政中的表态',
      read: (db, personId) => this.read(db, personId),
      erase: (db, { id }) => this.voters.forget(db, id),
    });
  }

  private async read(db: EntityManager, personId: string): Promise<Record<string, unknown>[]> {
    const rows: { round: string; text: string; vote: number; at: number }[] = await db.query(
      `SELECT r.title AS round, s.text, o.vote, o.at FROM opinion_voters v
       JOIN opinion_votes o ON o.voter_id = v.id JOIN opinion_statements s ON s.id = o.statement_id
       JOIN opinion_rounds r ON r.id = v.round_id WHERE v.person_id = ? ORDER BY o.id LIMIT ${ROWS_MAX}`,
      [personId],
    );
    return rows.map(({ vote, ...row }) => ({ ...row, vote: voteOf(Number(vote)) }));
  }
}
