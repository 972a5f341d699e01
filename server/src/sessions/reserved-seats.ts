import type { DrawQuota } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Seats that are kept for whoever will be drawn, as long as a draw is open and the session has not begun. */
@Injectable()
export class ReservedSeats {
  async of(db: EntityManager, sessionId: string): Promise<number> {
    const [open]: { quotas: string }[] = await db.query(
      `SELECT d.quotas FROM session_draws d JOIN sessions s ON s.id = d.session_id
       WHERE d.session_id = ? AND d.state = 'open' AND s.state IN ('announced', 'postponed')`,
      [sessionId],
    );
    if (open === undefined) return 0;
    const wanted = (JSON.parse(open.quotas) as DrawQuota[]).reduce((sum, { count }) => sum + count, 0);
    const [held]: { n: number }[] = await db.query(
      "SELECT COUNT(*) AS n FROM participants WHERE session_id = ? AND seating = 'seated' AND origin = 'drawn'",
      [sessionId],
    );
    return Math.max(0, wanted - Number(held?.n ?? 0));
  }
}
