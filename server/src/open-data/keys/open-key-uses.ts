import { addDays, chinaDate, DAY_MS, OPEN_KEY_DAYS, OPEN_KEY_DAYS_KEPT, type OpenKeyView } from '@consult/shared';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import { Schedules } from '../../jobs/schedules.js';

const FLUSH_MS = 5_000;

type Uses = Pick<OpenKeyView, 'lastUsedOn' | 'days'>;

/**
 * Counts requests by key and day: in memory, and every few seconds one statement for each key and day that was used.
 * A process that is killed loses the seconds since; one that is stopped writes them first.
 */
@Injectable()
export class OpenKeyUses implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('open keys');
  private counted = new Map<string, Map<string, number>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-open-key-days',
      next: (after) => after + DAY_MS,
      run: async () => (db) => forgetOldDays(db, addDays(chinaDate(this.clock.now()), -OPEN_KEY_DAYS_KEPT)),
    });
    this.timer = setInterval(() => void this.flush(), FLUSH_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** @param now ms since 1970 */
  count(keyId: string, now: number): void {
    this.add(chinaDate(now), keyId, 1);
  }

  /** Writes what was counted; what cannot be written is kept for the next time. */
  async flush(): Promise<void> {
    const days = this.counted;
    this.counted = new Map();
    for (const [day, keys] of days) {
      for (const [keyId, n] of keys) {
        try {
          await this.database.write((db) => addUp(db, keyId, day, n));
        } catch (error) {
          this.logger.warn(`not counted yet: ${(error as Error).message}`);
          this.add(day, keyId, n);
        }
      }
    }
  }

  /** What is written of some keys. @param now ms since 1970 */
  async of(db: EntityManager, keyIds: readonly string[], now: number): Promise<(keyId: string) => Uses> {
    if (keyIds.length === 0) return () => ({ lastUsedOn: null, days: [] });
    const marks = keyIds.map(() => '?').join(', ');
    const last: { key_id: string; day: string }[] = await db.query(
      `SELECT key_id, MAX(day) AS day FROM open_key_days WHERE key_id IN (${marks}) GROUP BY key_id`,
      [...keyIds],
    );
    const days: { key_id: string; day: string; requests: number }[] = await db.query(
      `SELECT key_id, day, requests FROM open_key_days WHERE key_id IN (${marks}) AND day > ? ORDER BY key_id, day DESC`,
      [...keyIds, addDays(chinaDate(now), -OPEN_KEY_DAYS)],
    );
    return (keyId) => ({
      lastUsedOn: last.find((row) => row.key_id === keyId)?.day ?? null,
      days: days
        .filter((row) => row.key_id === keyId)
        .map(({ day, requests }) => ({ day, requests: Number(requests) })),
    });
  }

  private add(day: string, keyId: string, n: number): void {
    const keys = this.counted.get(day) ?? new Map<string, number>();
    this.counted.set(day, keys.set(keyId, (keys.get(keyId) ?? 0) + n));
  }
}

/** The last day of each key stays: it says when it was last used. */
async function forgetOldDays(db: EntityManager, before: string): Promise<void> {
  await db.query(
    `DELETE FROM open_key_days WHERE day < ? AND day < (SELECT l.last FROM
       (SELECT key_id, MAX(day) AS last FROM open_key_days GROUP BY key_id) l WHERE l.key_id = open_key_days.key_id)`,
    [before],
  );
}

async function addUp(db: EntityManager, keyId: string, day: string, n: number): Promise<void> {
  const onTop =
    db.connection.options.type === 'better-sqlite3'
      ? 'ON CONFLICT (key_id, day) DO UPDATE SET requests = requests + excluded.requests'
      : 'ON DUPLICATE KEY UPDATE requests = requests + VALUES(requests)';
  await db.query(`INSERT INTO open_key_days (key_id, day, requests) VALUES (?, ?, ?) ${onTop}`, [keyId, day, n]);
}
