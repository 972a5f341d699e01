import {
  type AttachmentView,
  allowedActions,
  COSIGNABLE_STATES,
  holds,
  mayCallSession,
  OWN_TOPIC_ACTIONS,
  publicRaiserName,
  type TopicDetail,
  topicFate,
  topicMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { Timeline, timelineFor } from '../moves/timeline.js';
import { OutcomeSummaries } from '../outcomes/outcome-summaries.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { comingAfterTopic } from '../sessions/coming-after.js';
import { SessionSummaries } from '../sessions/session-summaries.js';
import { SessionTopicsRepository } from '../sessions/session-topics.repository.js';
import { TaskSummaries } from '../tasks/task-summaries.js';
import { Cosigns } from './cosigns.service.js';
import { inView } from './topic-access.js';
import { TopicContent } from './topic-content.js';
import { TopicPageRepository } from './topic-page.repository.js';

const NO_PHOTOS: ReadonlyMap<string, AttachmentView[]> = new Map();

/** Everything about one topic that its page shows, as far as this viewer may see it. */
@Injectable()
export class TopicDetails {
  constructor(
    private readonly pages: TopicPageRepository,
    private readonly regions: RegionDirectory,
    private readonly attachments: AttachmentReader,
    private readonly content: TopicContent,
    private readonly cosigns: Cosigns,
    private readonly timeline: Timeline,
    private readonly sessions: SessionSummaries,
    private readonly sessionTopics: SessionTopicsRepository,
    private readonly outcomes: OutcomeSummaries,
    private readonly tasks: TaskSummaries,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<TopicDetail> {
    const [page, events, region] = await Promise.all([
      this.pages.find(ctx.db, id),
      this.timeline.eventsOfTopic(ctx, id),
      this.regions.names(),
    ]);
    if (page === null) throw notFound();
    const { topic, held, handles, inside } = inView(ctx, page.topic);
    if (!topic.isPublic && !inside) throw notFound();
    const [photos, mergedHere, cosigned, sessions, outcomes, tasks, coming] = await Promise.all([
      page.hasPhotos ? this.attachments.of(ctx.db, 'topic', [id], inside) : NO_PHOTOS,
      page.hasMerged ? this.pages.mergedHere(ctx.db, id, handles) : [],
      this.cosigns.has(ctx, id),
      page.hasSessions ? this.sessions.ofTopic(ctx, id) : [],
      page.hasSessions ? this.outcomes.ofTopic(ctx, id) : [],
      page.hasSessions ? this.tasks.ofTopic(ctx, id) : [],
      page.hasSessions ? comingAfterTopic(ctx.db, id) : null,
    ]);
    const timeline = timelineFor(events, handles, inside ? id : undefined);
    const name = topic.onBehalfOf ?? page.raiserName;
    const merged = page.mergedInto;
    const isRaiser = held.has('raiser');
    const mayCosign = !isRaiser && holds('topic.cosign', held) && COSIGNABLE_STATES.includes(topic.state);
    return {
      id,
      code: topic.code,
      title: topic.title,
      description: topic.description,
      category: topic.category,
      source: topic.source,
      state: topic.state,
      heldFrom: topic.heldFrom,
      fate: topicFate(topic),
      township: topic.township,
      townshipName: region(topic.township),
      community: topic.community,
      communityName: region(topic.community),
      place: topic.place,
      location: topic.location,
      suggestion: topic.suggestion,
      tried: topic.tried,
      affected: topic.affected,
      anonymous: topic.anonymous,
      raiserName: inside ? name : publicRaiserName({ ...topic, raiserName: name }),
      // Who it was recorded for has no account.
      callable:
        !isRaiser && handles && topic.onBehalfOf === null && holds('phone.reveal', held)
          ? { id: topic.raiserId, name: page.raiserName }
          : null,
      recordedBy: inside && topic.onBehalfOf !== null ? page.raiserName : null,
      hasRecordedPhone: topic.onBehalfPhone !== null && holds('phone.reveal_recorded', held),
      sensitive: topic.sensitive,
      content: inside ? await this.content.view(ctx, topic, held) : null,
      cosigns: topic.cosigns,
      createdAt: topic.createdAt,
      movedAt: topic.movedAt,
      photos: photos.get(id) ?? [],
      redirect: topic.redirect,
      redirectNote: topic.redirectNote,
      lastReason: inside
        ? (timeline.findLast((entry) => entry.kind === 'topic' && entry.reason)?.reason ?? null)
        : null,
      mergedInto:
        merged !== null && (merged.isPublic || handles)
          ? { id: merged.id, code: merged.code, title: merged.title, state: merged.state, heldFrom: merged.heldFrom }
          : null,
      mergedHere,
      planId: topic.planId,
      planPublished: page.planPublished,
      dueAt: topic.dueAt,
      coming,
      isRaiser,
      cosigned,
      canCosign: mayCosign,
      canCallSession:
        mayCallSession(topic.state, topic.dueAt !== null, held) && !(page.hasSessions && (await this.isBusy(ctx, id))),
      actions: allowedActions(topicMachine, topic.state, held).filter((action) => OWN_TOPIC_ACTIONS.includes(action)),
      sessions,
      outcomes,
      tasks,
      timeline,
    };
  }
  /** Whether a session about it is on its way already, be it in preparation. */
  private async isBusy(ctx: RequestContext, id: string): Promise<boolean> {
    const facts = await this.sessionTopics.of(ctx.db, [id], '');
    return facts(id).busy;
  }
}
