import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../common/clock.js';
import { type PushEvent, PushEvents } from '../wechat/push-events.js';
import { ContentMoves } from './content-moves.js';
import { ContentCheckEntity, MediaVerdictEntity } from './moderation.entity.js';
import type { LogContext } from './moderation-log.js';

type Verdict = Pick<MediaVerdictEntity, 'suggest' | 'label'>;

/**
 * Brings together the order of a photo's check and the verdict that WeChat pushes, whichever is stored first. Both
 * begin by claiming the row of the trace id, so that one of them always sees the other.
 */
@Injectable()
export class MediaVerdicts implements OnModuleInit {
  constructor(
    private readonly pushes: PushEvents,
    private readonly moves: ContentMoves,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.pushes.on('wxa_media_check', async (event) => {
      const traceId = event.body.trace_id;
      if (typeof traceId !== 'string' || traceId === '' || traceId.length > 128) return undefined;
      return async (db) => this.came({ db, now: this.clock.now(), actor: null }, traceId, verdictOf(event));
    });
  }

  /** The photo was ordered under this trace id; a verdict that came before takes effect now. */
  async ordered(ctx: LogContext, check: ContentCheckEntity, traceId: string): Promise<void> {
    await this.claim(ctx, traceId);
    await ctx.db.update(MediaVerdictEntity, { traceId }, { checkId: check.id });
    await ctx.db.update(ContentCheckEntity, { id: check.id }, { traceIds: [traceId] });
    await this.settle(ctx, traceId);
  }

  /** The first verdict counts; it waits here while the order is not stored yet. */
  private async came(ctx: LogContext, traceId: string, verdict: Verdict): Promise<void> {
    await this.claim(ctx, traceId);
    const { affected } = await ctx.db.update(MediaVerdictEntity, { traceId, suggest: IsNull() }, verdict);
    if (affected === 1) await this.settle(ctx, traceId);
  }

  private async claim({ db, now }: LogContext, traceId: string): Promise<void> {
    await db
      .createQueryBuilder()
      .insert()
      .orIgnore()
      .into(MediaVerdictEntity)
      .values({ traceId, checkId: null, suggest: null, label: null, createdAt: now })
      .updateEntity(false)
      .execute();
  }

  private async settle(ctx: LogContext, traceId: string): Promise<void> {
    const row = await ctx.db.findOneByOrFail(MediaVerdictEntity, { traceId });
    if (row.checkId === null || row.suggest === null) return;
    const check = await ctx.db.findOneBy(ContentCheckEntity, { id: row.checkId });
    if (check === null) return;
    const { label } = row;
    if (row.suggest === 'pass') await this.moves.answer(ctx, check, 'pass', { label });
    else if (row.suggest === 'risky') await this.moves.answer(ctx, check, 'refuse', { label });
    else {
      const cause = row.suggest === 'review' ? 'doubtful' : 'unreadable';
      await this.moves.answer(ctx, check, 'question', { label, cause });
    }
  }
}

/** Reads version 2 of the event; anything else, and a photo that WeChat could not read, is for a person. */
function verdictOf({ body }: PushEvent): Verdict {
  const result = body.result as { suggest?: unknown; label?: unknown } | undefined;
  const suggest = (['pass', 'review', 'risky'] as const).find((one) => one === result?.suggest);
  const label = Number(result?.label);
  if (Number(body.errcode ?? 0) !== 0 || suggest === undefined) return { suggest: 'failed', label: null };
  return { suggest, label: Number.isSafeInteger(label) ? label : null };
}
