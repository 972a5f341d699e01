import {
  allowedActions,
  COSIGNABLE_STATES,
  holds,
  publicRaiserName,
  type TopicDetail,
  topicMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { Timeline } from '../moves/timeline.js';
import { OutcomeSummaries } from '../outcomes/outcome-summaries.js';
import { PeopleRepository } from '../people/people.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { SessionSummaries } from '../sessions/session-summaries.js';
import { TaskSummaries } from '../tasks/task-summaries.js';
import { Cosigns } from './cosigns.service.js';
import { TopicEntity } from './topic.entity.js';
import { TopicAccess } from './topic-access.js';

/** Everything about one topic that its page shows, as far as this viewer may see it. */
@Injectable()
export class TopicDetails {
  constructor(
    private readonly access: TopicAccess,
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
    private readonly attachments: AttachmentReader,
    private readonly cosigns: Cosigns,
    private readonly timeline: Timeline,
    private readonly sessions: SessionSummaries,
    private readonly outcomes: OutcomeSummaries,
    private readonly tasks: TaskSummaries,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<TopicDetail> {
    const { topic, held, inside } = await this.access.get(ctx, id);
    const [raiserName, region, photos, cosigned, merged, timeline, sessions, outcomes, tasks] = await Promise.all([
      this.people.names(ctx.db, [topic.raiserId]),
      this.regions.names(),
      this.attachments.of(ctx.db, 'topic', [id]),
      this.cosigns.has(ctx, id),
      this.merged(ctx, topic),
      this.timeline.ofTopic(ctx, id, inside),
      this.sessions.ofTopic(ctx, id),
      this.outcomes.ofTopic(ctx, id),
      this.tasks.ofTopic(ctx, id),
    ]);
    const name = topic.onBehalfOf ?? raiserName(topic.raiserId);
    const isRaiser = held.has('raiser');
    const mayCosign = !isRaiser && holds('topic.cosign', held) && COSIGNABLE_STATES.includes(topic.state);
    return {
      id,
      title: topic.title,
      description: topic.description,
      category: topic.category,
      source: topic.source,
      state: topic.state,
      heldFrom: topic.heldFrom,
      township: topic.township,
      townshipName: region(topic.township),
      community: topic.community,
      communityName: region(topic.community),
      place: topic.place,
      suggestion: topic.suggestion,
      tried: topic.tried,
      affected: topic.affected,
      anonymous: topic.anonymous,
      raiserName: inside ? name : publicRaiserName({ ...topic, raiserName: name }),
      recordedBy: inside && topic.onBehalfOf !== null ? raiserName(topic.raiserId) : null,
      sensitive: topic.sensitive,
      cosigns: topic.cosigns,
      createdAt: topic.createdAt,
      movedAt: topic.movedAt,
      photos: photos.get(id) ?? [],
      redirect: topic.redirect,
      redirectNote: topic.redirectNote,
      lastReason: inside
        ? (timeline.findLast((entry) => entry.kind === 'topic' && entry.reason)?.reason ?? null)
        : null,
      mergedInto: merged.into,
      mergedHere: merged.here,
      planId: topic.planId,
      dueAt: topic.dueAt,
      isRaiser,
      cosigned,
      canCosign: mayCosign,
      actions: allowedActions(topicMachine, topic.state, held),
      sessions,
      outcomes,
      tasks,
      timeline,
    };
  }

  private async merged(ctx: RequestContext, topic: TopicEntity) {
    const rows: { id: string; title: string }[] = await ctx.db.query(
      'SELECT id, title FROM topics WHERE merged_into = ? UNION ALL SELECT id, title FROM topics WHERE id = ?',
      [topic.id, topic.mergedInto],
    );
    return {
      into: rows.find((row) => row.id === topic.mergedInto) ?? null,
      here: rows.filter((row) => row.id !== topic.mergedInto),
    };
  }
}
