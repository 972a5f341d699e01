import { type DeadLetter, jobLabel, type Page } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { JobEntity } from '../jobs/job.entity.js';
import { JobWaker } from '../jobs/job-waker.js';

/** Background work that was given up, for an administrator. What it was about, and for whom, is not shown. */
@Injectable()
export class DeadLetters {
  constructor(private readonly waker: JobWaker) {}

  /** The latest first. */
  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<DeadLetter>> {
    const query = ctx.db
      .createQueryBuilder(JobEntity, 'job')
      .where("job.state = 'dead'")
      .orderBy('job.run_at', 'DESC')
      .addOrderBy('job.id', 'DESC')
      .limit(limit + 1);
    const key = parseMomentKey(after);
    if (key !== null) {
      const { at, id } = key;
      query.andWhere('(job.run_at < :at OR (job.run_at = :at AND job.id < :id))', { at, id });
    }
    const page = toPage(await query.getMany(), limit, (row) => momentKey({ at: row.runAt, id: row.id }));
    return {
      nextAfter: page.nextAfter,
      items: page.items.map(({ id, kind, lastError, attempts, createdAt, doneAt, runAt }) => ({
        id,
        kind,
        label: jobLabel(kind),
        reason: lastError ?? '',
        attempts,
        createdAt,
        givenUpAt: doneAt ?? runAt,
      })),
    };
  }

  /** Has it tried again from the start. @throws ITEM.NOT_FOUND where it is not given up any more */
  async retry(ctx: RequestContext, id: string): Promise<{ id: string }> {
    const { affected } = await ctx.db.update(
      JobEntity,
      { id, state: 'dead' },
      { state: 'waiting', failures: 0, runAt: ctx.now, doneAt: null },
    );
    if (affected !== 1) throw notFound();
    this.waker.wake();
    return { id };
  }
}
