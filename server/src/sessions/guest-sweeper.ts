import { DAY_MS, GUEST_LIMITS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { NO_NAMES } from './listed-names.js';
import { ParticipantEntity } from './session.entity.js';

const AT_ONCE = 500;

/** Lets the names of guests go half a year after their session, once a day; that somebody came stays. */
@Injectable()
export class GuestSweeper implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'forget-guests', next: (after) => after + DAY_MS, run: () => this.sweep() });
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      // A session may have been put off since the guest was listed.
      const due: { id: string }[] = await this.database.read.query(
        `SELECT p.id FROM participants p JOIN sessions s ON s.id = p.session_id
         WHERE p.names_until <= ? AND s.ends_at <= ? ORDER BY p.names_until LIMIT ?`,
        [now, now - GUEST_LIMITS.keptDays * DAY_MS, AT_ONCE],
      );
      const ids = due.map(({ id }) => id);
      if (ids.length > 0) {
        await this.database.write((db) => db.update(ParticipantEntity, { id: In(ids) }, NO_NAMES).then(() => {}));
      }
      if (ids.length < AT_ONCE) return;
    }
  }
}
