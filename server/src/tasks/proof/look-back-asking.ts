import { addDays, chinaDate, chinaMoment, MINUTE_MS } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { systemContext } from '../../common/context/system-context.js';
import { Database } from '../../database/database.js';
import { lockRow } from '../../database/lock-row.js';
import { Schedules } from '../../jobs/schedules.js';
import { EventLog } from '../../moves/event-log.js';
import { Settings } from '../../regions/settings.service.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { TaskEntity } from '../task.entity.js';
import { LOOK_BACK_HOUR as HOUR } from './look-back-plan.js';
import { LookBackEntity } from './proof.entity.js';

const EVERY_MS = 10 * MINUTE_MS;
const PAGE = 100;

/** Asks 还好用吗 when it is time: each look-back once, however many servers run and however long none did. */
@Injectable()
export class LookBackAsking implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly settings: Settings,
    private readonly sessions: SessionsRepository,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'look-back',
      next: (after) => after + EVERY_MS,
      run: (_, job) => this.run(job.id),
    });
  }

  private async run(jobId: string): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const due = await this.database.read.find(LookBackEntity, {
        where: { askedAt: IsNull(), askAt: LessThanOrEqual(now) },
        order: { askAt: 'ASC', id: 'ASC' },
        take: PAGE,
      });
      for (const lookBack of due) await this.ask(lookBack, now, jobId);
      if (due.length < PAGE) return;
    }
  }

  private async ask({ id, taskId, closedAt }: LookBackEntity, now: number, requestId: string): Promise<void> {
    await this.database.write(async (db) => {
      await lockRow(db, 'tasks', taskId);
      const ctx = systemContext({ db, now, requestId });
      const task = await db.findOneByOrFail(TaskEntity, { id: taskId });
      const { deadlines } = await this.settings.of(db, task.township);
      // After an outage two may be due: the later one waits until the earlier is over.
      const [open] = await db.find(LookBackEntity, {
        where: { taskId, closesAt: MoreThanOrEqual(now) },
        order: { closesAt: 'DESC' },
        take: 1,
      });
      if (open?.closesAt) {
        const askAt = chinaMoment(addDays(chinaDate(open.closesAt), 1), HOUR);
        await db.update(LookBackEntity, { id, askedAt: IsNull() }, { askAt });
        return;
      }
      const { affected } = await db.update(
        LookBackEntity,
        { id, askedAt: IsNull() },
        { askedAt: now, closesAt: deadlineAfter(now, deadlines.lookBackAnswer) },
      );
      // Reopened meanwhile, or asked by another server.
      if (affected !== 1 || task.closedAt !== closedAt) return;
      const topics = await this.sessions.topicsOf(db, task.sessionId);
      await this.events.note(ctx, task, {
        kind: 'task',
        action: 'look_back',
        capacity: 'system',
        isPublic: true,
        data: { lookBackId: id },
        topicIds: topics.map((topic) => topic.id),
      });
    });
  }
}
