import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoundVotes } from './stored-map.js';

/** Votes read at a time. */
const PAGE = 5_000;

interface VoteRow {
  id: string;
  voter_id: string;
  statement_id: string;
  vote: number;
}

/** Reads the votes of a round page by page, the latest of each voice on each statement. */
@Injectable()
export class VoteReader {
  /** @param statements in the order of the columns */
  async read(db: EntityManager, roundId: string, statements: readonly string[]): Promise<RoundVotes> {
    const column = new Map(statements.map((id, i) => [id, i]));
    const row = new Map<string, number>();
    // Statements are few: one number names the answer of a voice to one of them.
    const latest = new Map<number, number>();
    for (let after = ''; ; ) {
      const page: VoteRow[] = await db.query(
        `SELECT id, voter_id, statement_id, vote FROM opinion_votes WHERE round_id = ? AND id > ?
         ORDER BY id LIMIT ${PAGE}`,
        [roundId, after],
      );
      for (const { voter_id, statement_id, vote } of page) {
        const j = column.get(statement_id);
        if (j === undefined) continue;
        const i = row.get(voter_id) ?? row.size;
        row.set(voter_id, i);
        latest.set(i * statements.length + j, Number(vote));
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      after = last.id;
    }
    return { voters: [...row.keys()], ...columnsOf(latest, statements.length) };
  }
}

function columnsOf(latest: ReadonlyMap<number, number>, statements: number): Omit<RoundVotes, 'voters'> {
  const rows = new Int32Array(latest.size);
  const columns = new Int32Array(latest.size);
  const votes = new Int8Array(latest.size);
  let n = 0;
  for (const [key, vote] of latest) {
    rows[n] = Math.floor(key / statements);
    columns[n] = key % statements;
    votes[n++] = vote;
  }
  return { rows, columns, votes };
}
