import { randomUUID } from 'node:crypto';
import type { LiveAudience } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import { Sessions } from '../../identity/sessions.service.js';
import { SessionAccess } from '../../sessions/session-access.js';

/** As what somebody may watch a session. */
export interface Admission {
  readonly audience: LiveAudience;
  /** Null: a visitor. */
  readonly signIn: { readonly id: string; readonly personId: string; readonly expiresAt: number } | null;
  readonly participantId: string | null;
  /** On the roll as present. */
  readonly here: boolean;
}

/** Who may watch: by the same rules as every read of a session. */
@Injectable()
export class LiveGate {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ITEM.NOT_FOUND, AUTH.EXPIRED */
  async admit(sessionId: string, token: string | undefined): Promise<Admission> {
    const actor = await this.sessions.actorOf(token === undefined ? undefined : `Bearer ${token}`, true);
    const ctx = { requestId: randomUUID(), actor, db: this.database.read, now: this.clock.now() };
    const { inside, mine } = await this.access.get(ctx, sessionId);
    const expiresAt = (token === undefined ? 0 : (decodeJwt(token).exp ?? 0)) * 1000;
    return {
      audience: inside ? 'inside' : 'outside',
      signIn: actor && { id: actor.signIn.id, personId: actor.id, expiresAt },
      participantId: mine?.id ?? null,
      here: mine?.present === true,
    };
  }

  /** Those of the sign-ins that have ended, in one statement. */
  async ended(signInIds: readonly string[]): Promise<Set<string>> {
    if (signInIds.length === 0) return new Set();
    const marks = signInIds.map(() => '?').join(', ');
    const standing: { id: string }[] = await this.database.read.query(
      `SELECT id FROM sign_ins WHERE id IN (${marks}) AND ended_at IS NULL`,
      [...signInIds],
    );
    const ids = new Set(standing.map(({ id }) => id));
    return new Set(signInIds.filter((id) => !ids.has(id)));
  }
}
