import { MINUTE_MS, type RoundAction } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context/request-context.js';
import { Database } from '../database/database.js';
import { lockRow } from '../database/lock-row.js';
import { type Completion, JobHandlers, JobLater } from '../jobs/job-handlers.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { OpinionRoundEntity } from './opinion.entity.js';
import { mayOpen } from './round-course.service.js';
import { RoundMoves, TURN_JOB } from './round-moves.js';

/** How long to wait for a topic or session that cannot be asked about yet. */
const AGAIN_MS = 10 * MINUTE_MS;

/** Opens and closes rounds by themselves, in the name of whoever started them. */
@Injectable()
export class RoundTurnJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly moves: RoundMoves,
  ) {}

  onModuleInit(): void {
    this.handlers.register(TURN_JOB, ({ roundId }, job) => this.run(String(roundId), job.id));
  }

  /** @throws JobLater while its subject is not ready */
  private async run(roundId: string, jobId: string): Promise<Completion | undefined> {
    const db = this.database.read;
    const round = await db.findOneBy(OpinionRoundEntity, { id: roundId });
    const action = round && turnOf(round, this.clock.now());
    if (!round || !action) return undefined;
    if (action === 'open' && !(await this.isReady(db, round))) {
      throw new JobLater(this.clock.now() + AGAIN_MS, 'its topic or session is not ready');
    }
    return (writer) => this.turn(writer, roundId, action, jobId);
  }

  private async turn(db: EntityManager, roundId: string, action: RoundAction, jobId: string): Promise<void> {
    await lockRow(db, 'opinion_rounds', roundId);
    const round = await db.findOneByOrFail(OpinionRoundEntity, { id: roundId });
    const now = this.clock.now();
    // Somebody was faster by hand.
    if (turnOf(round, now) !== action) return;
    await this.moves.move(inTheNameOf(round, { db, now, requestId: jobId }), round, action, BY_SYSTEM);
  }

  private async isReady(db: EntityManager, { topicId, sessionId, title }: OpinionRoundEntity): Promise<boolean> {
    const [kind, id, table] =
      topicId === null ? (['session', sessionId, SessionEntity] as const) : (['topic', topicId, TopicEntity] as const);
    const found = await db.findOneBy<{ id: string; state: string }>(table, { id: id ?? '' });
    return found !== null && mayOpen({ subject: { kind, id: found.id, title }, state: found.state });
  }
}

/** What is due of a round; null: nothing (any more). One that nobody opened in time stays a draft. */
function turnOf({ state, opensAt, closesAt }: OpinionRoundEntity, now: number): RoundAction | null {
  if (state === 'draft') return opensAt <= now && now < closesAt ? 'open' : null;
  return state === 'open' && closesAt <= now ? 'close' : null;
}

function inTheNameOf(round: OpinionRoundEntity, of: Pick<RequestContext, 'db' | 'now' | 'requestId'>): RequestContext {
  return {
    ...of,
    actor: { id: round.initiatorId, name: '', grants: [], signIn: { id: '', way: 'demo' } },
  };
}
