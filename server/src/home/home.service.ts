import { type HomeView, OWING_TASK_STATES, SESSION_LIMITS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { OUTCOME_ROW, OutcomeSummaries } from '../outcomes/outcome-summaries.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { SESSION_ROW, SessionSummaries } from '../sessions/session-summaries.js';
import { TaskSummaries } from '../tasks/task-summaries.js';
import { TasksRepository } from '../tasks/tasks.repository.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import { TopicSummaries } from '../topics/topic-summaries.js';
import { TopicsRepository } from '../topics/topics.repository.js';

const HOUR_MS = 60 * 60 * 1000;
const TOPICS = 5;
const SESSIONS = 3;
const OUTCOMES = 3;
const OVERDUE = 3;

/** The first page of a township. */
@Injectable()
export class HomeService {
  constructor(
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
    private readonly topics: TopicsRepository,
    private readonly topicSummaries: TopicSummaries,
    private readonly sessions: SessionSummaries,
    private readonly outcomes: OutcomeSummaries,
    private readonly tasks: TasksRepository,
    private readonly taskSummaries: TaskSummaries,
  ) {}

  /** @throws REGION.NOT_FOUND */
  async get(ctx: RequestContext, township: string): Promise<HomeView> {
    const region = await this.regions.get(township);
    const [{ brandName, filingNumber, features }, steps, topics, sessions, outcomes, overdueTasks] = await Promise.all([
      this.settings.of(ctx.db, township),
      this.topics.countSteps(ctx.db, township),
      this.topics.list(ctx.db, { region: township, publicOnly: true, limit: TOPICS }),
      // None lasts longer than that, so the index need not be read from the first session on.
      ctx.db.query(
        `SELECT ${SESSION_ROW} FROM sessions s WHERE s.township = ? AND s.starts_at >= ? AND s.content = 'passed'
         AND (s.state = 'in_progress' OR (s.state = 'announced' AND s.ends_at >= ?)) AND ${aboutPublicTopic('s.id')}
         ORDER BY s.starts_at, s.id LIMIT ?`,
        [township, ctx.now - SESSION_LIMITS.longestHours * HOUR_MS, ctx.now, SESSIONS],
      ),
      ctx.db.query(
        `SELECT ${OUTCOME_ROW} FROM outcomes o WHERE o.township = ? AND o.published_at IS NOT NULL
         AND o.content = 'passed' AND ${aboutPublicTopic('o.session_id')} ORDER BY o.published_at DESC, o.id DESC LIMIT ?`,
        [township, OUTCOMES],
      ),
      this.tasks.list(ctx.db, {
        region: township,
        publicOnly: true,
        states: OWING_TASK_STATES,
        overdueAt: ctx.now,
        after: null,
        limit: OVERDUE,
      }),
    ]);
    return {
      region,
      brandName,
      filingNumber,
      features,
      steps,
      topics: await this.topicSummaries.of(topics),
      sessions: await this.sessions.of(sessions),
      outcomes: await this.outcomes.of(outcomes),
      overdueTasks: await this.taskSummaries.of(ctx, overdueTasks),
    };
  }
}
