import { minutesNumber, type OutcomeState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { forceIndex } from '../database/force-index.js';
import { regionFilter } from '../regions/region-filter.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import { MinutesEntity, MinutesObjectionEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { MINUTES_ROW, type MinutesRow } from './minutes-summaries.js';

@Injectable()
export class MinutesRepository {
  /** The published minutes of a region, each in its current version, newest first. */
  async published(
    db: EntityManager,
    { region, after, limit }: { region: string; after: string | undefined; limit: number },
  ): Promise<MinutesRow[]> {
    const within = regionFilter('m', region);
    // Without it MariaDB walks through the minutes of all counties until it has enough of this one.
    const index = within.by === null ? '' : forceIndex(db, 'minutes', [within.by, 'state', 'id']);
    return db.query(
      `SELECT ${MINUTES_ROW} FROM minutes m ${index}
       WHERE ${within.sql} AND m.state = 'published' AND m.content = 'passed' AND ${aboutPublicTopic('m.session_id')} ${after ? 'AND m.id < ?' : ''}
       AND NOT EXISTS (SELECT 1 FROM minutes n
         WHERE n.session_id = m.session_id AND n.version > m.version AND n.state = 'published')
       ORDER BY m.id DESC LIMIT ?`,
      [within.param, ...(after ? [after] : []), limit],
    );
  }

  /** Every version of a session's minutes, newest first. */
  async versions(db: EntityManager, sessionId: string): Promise<MinutesEntity[]> {
    return db.find(MinutesEntity, { where: { sessionId }, order: { version: 'DESC' } });
  }

  /** The next number in a township's year; nobody else gets one there until the transaction ends. */
  async nextNumber(db: EntityManager, township: string, year: string): Promise<string> {
    await db.query('UPDATE regions SET code = code WHERE code = ?', [township]);
    const [row]: { n: number }[] = await db.query(
      'SELECT COUNT(*) AS n FROM minutes WHERE township = ? AND version = 1 AND number LIKE ?',
      [township, `${township}-${year}-%`],
    );
    return minutesNumber(township, year, Number(row?.n ?? 0) + 1);
  }

  /** What became of a session's minutes; null before they are out. */
  async outcomeOf(db: EntityManager, sessionId: string): Promise<{ id: string; state: OutcomeState } | null> {
    const rows: { id: string; state: OutcomeState }[] = await db.query(
      'SELECT id, state FROM outcomes WHERE session_id = ?',
      [sessionId],
    );
    return rows[0] ?? null;
  }

  /** Oldest first. */
  async objections(db: EntityManager, minutesId: string): Promise<MinutesObjectionEntity[]> {
    return db.find(MinutesObjectionEntity, { where: { minutesId }, order: { id: 'ASC' } });
  }

  /** How many objections nobody has answered. */
  async openObjections(db: EntityManager, minutesId: string): Promise<number> {
    return db.countBy(MinutesObjectionEntity, { minutesId, answeredAt: IsNull() });
  }

  async signatures(db: EntityManager, minutesId: string): Promise<MinutesSignatureEntity[]> {
    return db.findBy(MinutesSignatureEntity, { minutesId });
  }
}
