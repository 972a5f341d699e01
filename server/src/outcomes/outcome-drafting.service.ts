import { conclusionOf, mayAssignDirectly, outcomeMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { MinutesEntity } from '../minutes/minutes.entity.js';
import type { MinutesPublishedListener } from '../minutes/minutes-published.js';
import { EventLog } from '../moves/event-log.js';
import type { TopicEntity } from '../topics/topic.entity.js';
import { OutcomeEntity } from './outcome.entity.js';
import { OutcomeMoves } from './outcome-moves.js';

/** So many earlier reports are looked through for whom they were sent to. */
const LOOKED_BACK = 20;

/** An outcome is drafted by itself when a session's minutes are out. */
@Injectable()
export class OutcomeDrafting implements MinutesPublishedListener {
  constructor(
    private readonly moves: OutcomeMoves,
    private readonly events: EventLog,
  ) {}

  /** Drafts the outcome of the first version; a correction goes into the draft as long as it is one. */
  async minutesPublished(ctx: RequestContext, minutes: MinutesEntity, topics: readonly TopicEntity[]): Promise<void> {
    if (minutes.version > 1) await this.correct(ctx, minutes);
    else await this.draft(ctx, minutes, topics);
  }

  private async draft(ctx: RequestContext, minutes: MinutesEntity, topics: readonly TopicEntity[]): Promise<void> {
    const outcome = Object.assign(new OutcomeEntity(), {
      id: newId(ctx.now),
      sessionId: minutes.sessionId,
      county: minutes.county,
      township: minutes.township,
      title: minutes.sessionTitle,
      state: outcomeMachine.initial,
      summary: '',
      suggestions: [],
      ...agreedIn(minutes),
      agreedTasks: minutes.tasks,
      revision: 0,
      documentNumber: null,
      // What goes straight to its departments is sent to nobody else.
      recipients: mayAssignDirectly(minutes.format) ? null : await this.lastRecipients(ctx, minutes.township),
      instructor: null,
      instruction: null,
      publishedAt: null,
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
      content: 'passed',
    } satisfies OutcomeEntity);
    const dueAt = await this.moves.begin(ctx, outcome);
    await ctx.db.insert(OutcomeEntity, { ...outcome, dueAt });
    await this.events.note(ctx, outcome, {
      kind: 'outcome',
      action: 'create',
      capacity: 'system',
      isPublic: false,
      data: { minutesId: minutes.id },
      topicIds: topics.map((topic) => topic.id),
    });
  }

  /** Whom the township's last report that was sent to anybody went to: mostly the same again, and the convener looks it over. */
  private async lastRecipients({ db }: RequestContext, township: string): Promise<string[] | null> {
    const last = await db.find(OutcomeEntity, {
      where: { township, publishedAt: Not(IsNull()) },
      select: { id: true, recipients: true },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: LOOKED_BACK,
    });
    return last.find(({ recipients }) => recipients !== null && recipients.length > 0)?.recipients ?? null;
  }

  private async correct(ctx: RequestContext, minutes: MinutesEntity): Promise<void> {
    const outcome = await ctx.db.findOneBy(OutcomeEntity, { sessionId: minutes.sessionId, state: 'drafted' });
    if (outcome === null) return;
    const before = await ctx.db.findOneBy(MinutesEntity, { id: outcome.minutesId });
    // What the convener wrote about the tasks stays, unless the correction is about them.
    const tasksCorrected = JSON.stringify(before?.tasks) !== JSON.stringify(minutes.tasks);
    await ctx.db.update(
      OutcomeEntity,
      { id: outcome.id, state: 'drafted' },
      { ...agreedIn(minutes), revision: outcome.revision + 1, ...(tasksCorrected && { agreedTasks: minutes.tasks }) },
    );
  }
}

/** What an outcome takes over from its minutes. */
function agreedIn(minutes: MinutesEntity) {
  const { id: minutesId, consensus, dissent, noDissent, handShows, opinions } = minutes;
  return { minutesId, consensus, dissent, noDissent, handShows, opinions, conclusion: conclusionOf(minutes) };
}
