import { allowedActions, holds, isShown, mayAssignDirectly, type OutcomeDetail, outcomeMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { MinutesEntity } from '../minutes/minutes.entity.js';
import { Timeline } from '../moves/timeline.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { topicOnPaper } from '../sessions/sessions.repository.js';
import { TaskSummaries } from '../tasks/task-summaries.js';
import { OutcomeAccess } from './outcome-access.js';

/** Everything about one outcome that its page shows, as far as this viewer may see it. */
@Injectable()
export class OutcomeDetails {
  constructor(
    private readonly access: OutcomeAccess,
    private readonly agreed: AgreedTasks,
    private readonly tasks: TaskSummaries,
    private readonly regions: RegionDirectory,
    private readonly timeline: Timeline,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<OutcomeDetail> {
    const { outcome, topics, held, inside } = await this.access.get(ctx, id);
    const [name, session, minutes, published, agreedTasks, tasks, timeline] = await Promise.all([
      this.regions.names(),
      ctx.db.findOneByOrFail(SessionEntity, { id: outcome.sessionId }),
      ctx.db.findOneByOrFail(MinutesEntity, { id: outcome.minutesId }),
      ctx.db.find(MinutesEntity, {
        where: { sessionId: outcome.sessionId, state: 'published' },
        select: { id: true, version: true, publishedAt: true, content: true },
        order: { version: 'DESC' },
      }),
      this.agreed.views(ctx, outcome.agreedTasks),
      this.tasks.ofOutcome(ctx, id),
      this.timeline.ofItem(ctx, 'outcome', id, inside),
    ]);
    const actions = allowedActions(outcomeMachine, outcome.state, held);
    return {
      id,
      title: outcome.title,
      state: outcome.state,
      conclusion: outcome.conclusion,
      township: outcome.township,
      townshipName: name(outcome.township),
      summary: outcome.summary,
      publishedAt: outcome.publishedAt,
      sessionId: outcome.sessionId,
      minutesId: outcome.minutesId,
      topics: topics.filter((topic) => inside || topic.is_public).map(topicOnPaper),
      consensus: outcome.consensus,
      dissent: outcome.dissent,
      noDissent: outcome.noDissent,
      handShows: outcome.handShows ?? [],
      opinions: outcome.opinions ?? [],
      suggestions: outcome.suggestions,
      agreedTasks,
      minutesCorrected: correctionOf(minutes, published, inside),
      minutesTasks: inside || isShown(minutes.content) ? await this.agreed.views(ctx, minutes.tasks) : null,
      tasks,
      documentNumber: outcome.documentNumber,
      recipients: inside ? (outcome.recipients ?? []) : [],
      instructor: inside ? outcome.instructor : null,
      instruction: inside ? outcome.instruction : null,
      canEdit: outcome.state === 'drafted' && holds('outcome.write', held),
      revision: outcome.revision,
      dueAt: outcome.dueAt,
      actions: actions.filter((action) => action !== 'assign_directly' || mayAssignDirectly(session.format)),
      timeline,
    };
  }
}

/** @param published versions of the same minutes, latest first */
function correctionOf(
  { version }: MinutesEntity,
  published: readonly Pick<MinutesEntity, 'id' | 'version' | 'publishedAt' | 'content'>[],
  inside: boolean,
): OutcomeDetail['minutesCorrected'] {
  const latest = published.find(({ content }) => inside || isShown(content));
  if (latest === undefined || latest.version <= version || latest.publishedAt === null) return null;
  return { id: latest.id, version: latest.version, publishedAt: latest.publishedAt };
}
