import {
  CASE_LIMITS,
  type CaseText,
  fullDate,
  isEvaluating,
  publicRatings,
  REPLY_CLASS_LABELS,
  type TallyShowing,
  truncate,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Timeline } from '../moves/timeline.js';
import { OutcomeEntity } from '../outcomes/outcome.entity.js';
import { Settings } from '../regions/settings.service.js';
import { TaskEntity } from '../tasks/task.entity.js';
import type { TopicEntity } from '../topics/topic.entity.js';

/** More than any topic comes to; a bound for what is read. */
const MOST = 20;

/** What is known of a topic, as its case begins with it: only what its public pages say. */
@Injectable()
export class CasePrefill {
  constructor(
    private readonly timeline: Timeline,
    private readonly settings: Settings,
  ) {}

  async of(ctx: RequestContext, topic: TopicEntity): Promise<CaseText> {
    const steps = await this.timeline.ofItem(ctx, 'topic', topic.id, false);
    const outcomes = await this.outcomes(ctx, topic.id);
    const tasks = await this.promises(ctx, topic.id);
    const { thresholds } = await this.settings.of(ctx.db, topic.township);
    const results = [
      ...outcomes.map(({ summary }) => summary),
      ...tasks.map((task) =>
        saysOf(task, { minimum: thresholds.minimumRatings, isRunning: isEvaluating(task, ctx.now) }),
      ),
    ];
    return {
      background: cut(topic.description),
      process: cut(
        steps
          .filter(({ action }) => action !== 'create')
          .map(({ at, label }) => `${fullDate(at)}，${label}。`)
          .join('\n'),
      ),
      turningPoints: outcomes
        .flatMap(({ consensus }) => consensus)
        .slice(0, CASE_LIMITS.turningPointsMax)
        .map((point) => truncate(point, CASE_LIMITS.turningPointMax)),
      result: cut(results.filter((line) => line !== '').join('\n')),
      lessons: '',
    };
  }

  private outcomes(ctx: RequestContext, topicId: string): Promise<OutcomeEntity[]> {
    return ctx.db
      .createQueryBuilder(OutcomeEntity, 'o')
      .innerJoin('session_topics', 's', 's.session_id = o.sessionId')
      .where("s.topic_id = :topicId AND o.publishedAt IS NOT NULL AND o.content = 'passed'", { topicId })
      .orderBy('o.id')
      .take(MOST)
      .getMany();
  }

  private promises(ctx: RequestContext, topicId: string): Promise<TaskEntity[]> {
    return ctx.db
      .createQueryBuilder(TaskEntity, 'k')
      .innerJoin('session_topics', 's', 's.session_id = k.sessionId')
      .where('s.topic_id = :topicId AND k.listed = 1', { topicId })
      .orderBy('k.id')
      .take(MOST)
      .getMany();
  }
}

/** A promise, its reply and how it was judged, in one paragraph. */
function saysOf(task: TaskEntity, showing: TallyShowing): string {
  const { what, replyClass, replyText, satisfied, fair, dissatisfied } = task;
  const reply = replyClass === null ? '' : `${REPLY_CLASS_LABELS[replyClass]}。${replyText ?? ''}`;
  const counts = publicRatings({ satisfied, fair, dissatisfied }, showing);
  const judged = counts ? `评议：满意 ${satisfied} 人，基本满意 ${fair} 人，不满意 ${dissatisfied} 人。` : '';
  return `${what}：${reply}${judged}`;
}

const cut = (text: string) => truncate(text, CASE_LIMITS.textMax);
