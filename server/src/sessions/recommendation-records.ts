import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRecords } from '../account/personal-records.js';
import { ListedNames } from './listed-names.js';

const ROWS_MAX = 10_000;

/** Who is said to have recommended a person: encrypted, so that no table of PERSONAL_TABLES can give or find it. */
@Injectable()
export class RecommendationRecords implements OnModuleInit {
  constructor(
    private readonly records: PersonalRecords,
    private readonly names: ListedNames,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: 'recommendations',
      label: '谁推荐我参加协商',
      read: async (db, personId) => {
        const rows: { id: string; session_id: string; recommended_by: string }[] = await db.query(
          `SELECT id, session_id, recommended_by FROM participants
           WHERE person_id = ? AND recommended_by IS NOT NULL LIMIT ${ROWS_MAX}`,
          [personId],
        );
        return rows.map((row) => ({ session_id: row.session_id, recommended_by: this.names.recommenderOf(row) }));
      },
      // A row with an account has no other name that the sweeper would have to take out.
      erase: async (db, { id }) => {
        await db.query('UPDATE participants SET recommended_by = NULL, names_until = NULL WHERE person_id = ?', [id]);
      },
    });
  }
}
