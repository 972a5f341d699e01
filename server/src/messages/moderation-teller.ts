import {
  CONTENT_TELLINGS,
  type ContentAction,
  contentMachine,
  contentName,
  FEEDBACK_TELLINGS,
  type FeedbackAction,
  feedbackMachine,
  labelWords,
  type MessageFacts,
  type MessageTarget,
  type PersonalTelling,
  plainDate,
  REPORT_TELLINGS,
  type ReportAction,
  renderBody,
  reportMachine,
  type Silent,
  templateMoment,
} from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { FeedbackEntity } from '../feedback/feedback.entity.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { ContentCheckEntity, ModerationEventEntity, ReportEntity } from '../moderation/moderation.entity.js';
import { TELL_MODERATION_JOB } from '../moderation/moderation-log.js';
import { MessageWriter } from './message-writer.js';

interface Concern {
  readonly telling: PersonalTelling | Silent;
  readonly personId: string;
  readonly item: { readonly kind: MessageTarget; readonly id: string } | null;
  readonly facts: MessageFacts;
  /** How it stands now, for a subscription message. */
  readonly status: string;
}

/** Tells the author what became of what they wrote, the reporter of their report, the writer of their letter. */
@Injectable()
export class ModerationTeller implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.handlers.register(TELL_MODERATION_JOB, ({ eventId }) => this.tell(eventId as string));
  }

  private async tell(eventId: string): Promise<void> {
    const event = await this.database.read.findOneBy(ModerationEventEntity, { id: eventId });
    const concern = event && (await this.concern(event));
    if (!event || !concern || 'silent' in concern.telling) return;
    const { telling, personId, item, facts, status } = concern;
    const { title, template } = telling;
    await this.writer.tell(
      {
        dedupeKey: `moderation:${eventId}`,
        item,
        title,
        body: renderBody(telling.body, facts),
        template,
        facts: { item: facts.title ?? title, status, time: templateMoment(event.at), note: title },
        at: event.at,
        ...(event.actorId !== null && { exceptId: event.actorId }),
      },
      { sql: 'SELECT id AS person_id FROM people WHERE id = ?', params: [personId] },
    );
  }

  /** Whom an event concerns and what is said of it; null where it is gone or no longer holds. */
  private concern(event: ModerationEventEntity): Promise<Concern | null> {
    switch (event.subject) {
      case 'content':
        return this.ofContent(event);
      case 'report':
        return this.ofReport(event);
      case 'feedback':
        return this.ofFeedback(event);
      case 'words':
        return Promise.resolve(null);
    }
  }

  private async ofContent({ subjectId, action, fromState, reason, data }: ModerationEventEntity) {
    const check = await this.database.read.findOneBy(ContentCheckEntity, { id: subjectId });
    if (check === null) return null;
    const { kind, title, appeal, authorId, pageKind, pageId } = check;
    const appealed = fromState === 'in_review' && appeal !== null;
    const granted = action === 'approve' ? 'appeal_granted' : action === 'reject' ? 'appeal_rejected' : null;
    const item =
      pageKind !== null && pageId !== null
        ? { kind: pageKind, id: pageId }
        : ({ kind: 'account', id: authorId } as const);
    return {
      telling: CONTENT_TELLINGS[appealed && granted !== null ? granted : (action as ContentAction)],
      personId: authorId,
      item,
      facts: { title: contentName(kind, title), reason: reason ?? labelWords(Number(data?.label ?? 0) || null) },
      status: contentMachine.states[check.state].label,
    };
  }

  private async ofReport({ subjectId, action, reason }: ModerationEventEntity) {
    const report = await this.database.read.findOneBy(ReportEntity, { id: subjectId });
    if (report === null) return null;
    return {
      telling: REPORT_TELLINGS[action as ReportAction],
      personId: report.reporterId,
      item: { kind: 'report', id: report.id } as const,
      facts: { title: report.title, reason },
      status: reportMachine.states[report.state].label,
    };
  }

  private async ofFeedback({ subjectId, action, reason }: ModerationEventEntity) {
    const feedback = await this.database.read.findOneBy(FeedbackEntity, { id: subjectId });
    if (feedback === null) return null;
    return {
      telling: FEEDBACK_TELLINGS[action as FeedbackAction],
      personId: feedback.personId,
      item: { kind: 'feedback', id: feedback.id } as const,
      facts: { time: plainDate(feedback.createdAt), reason },
      status: feedbackMachine.states[feedback.state].label,
    };
  }
}
