import type { ContentState, ItemKind, OfficeKind } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import type { RequestContext } from '../../common/context/request-context.js';
import { notFound } from '../../common/errors/coded-error.js';
import { MinutesEntity } from '../../minutes/minutes.entity.js';
import { MinutesAccess } from '../../minutes/minutes-access.js';
import { OutcomeEntity } from '../../outcomes/outcome.entity.js';
import { OutcomeAccess } from '../../outcomes/outcome-access.js';
import { QuestionnaireEntity } from '../../questionnaires/questionnaire.entity.js';
import { QuestionnaireAccess } from '../../questionnaires/questionnaire-access.js';
import { ResearchEntity } from '../../research/research.entity.js';
import { ResearchAccess } from '../../research/research-access.js';
import { SessionEntity } from '../../sessions/session.entity.js';
import { SessionAccess } from '../../sessions/session-access.js';
import { TaskEntity, TaskProgressEntity } from '../../tasks/task.entity.js';
import { TaskAccess } from '../../tasks/task-access.js';
import { relistTask } from '../../tasks/task-listing.js';
import { aboutPublicTopic } from '../../topics/about-public.js';
import { ContentOwners, type ContentPlace } from '../content-owners.js';

type Content = { id: string; content: ContentState };

interface Office {
  readonly table: EntityTarget<Content>;
  /** The item in whose timeline it shows. */
  readonly item: ItemKind;
  /** One row of it by its id. */
  readonly sql: string;
}

interface Row {
  id: string;
  state: string;
  county: string;
  township: string;
  title: string;
  session_id: string | null;
  /** Of a research on a topic of its own. */
  topic_id?: string | null;
  open: number;
}

const open = (condition: string, session: string) =>
  `CASE WHEN ${condition} AND ${aboutPublicTopic(session)} THEN 1 ELSE 0 END AS open`;

/** What comes of a session; the modules of rounds and of cases answer for these. */
type SessionOfficeKind = Exclude<OfficeKind, 'round' | 'case'>;

/** A research is about a topic, or about a session, which has to be announced. */
const ABOUT_RESEARCH = `(EXISTS (SELECT 1 FROM topics rt WHERE rt.id = r.topic_id AND rt.is_public = 1)
  OR (${aboutPublicTopic('r.session_id')} AND EXISTS (SELECT 1 FROM sessions rs WHERE rs.id = r.session_id AND rs.announced_at IS NOT NULL)))`;
/** Its questionnaires go out before that. */
const ABOUT_OPEN = `(EXISTS (SELECT 1 FROM topics rt WHERE rt.id = r.topic_id AND rt.is_public = 1)
  OR ${aboutPublicTopic('r.session_id')})`;

const OFFICES: Readonly<Record<SessionOfficeKind, Office>> = {
  session: {
    table: SessionEntity,
    item: 'session',
    sql: `SELECT s.id, s.state, s.county, s.township, s.title, s.id AS session_id,
      ${open('s.announced_at IS NOT NULL', 's.id')} FROM sessions s WHERE s.id = ?`,
  },
  minutes: {
    table: MinutesEntity,
    item: 'minutes',
    sql: `SELECT m.id, m.state, m.county, m.township, m.session_title AS title, m.session_id,
      ${open(`m.state = 'published'`, 'm.session_id')} FROM minutes m WHERE m.id = ?`,
  },
  outcome: {
    table: OutcomeEntity,
    item: 'outcome',
    sql: `SELECT o.id, o.state, o.county, o.township, o.title, o.session_id,
      ${open('o.published_at IS NOT NULL', 'o.session_id')} FROM outcomes o WHERE o.id = ?`,
  },
  task: {
    table: TaskEntity,
    item: 'task',
    sql: `SELECT k.id, k.state, k.county, k.township, k.what AS title, k.session_id, ${open('1 = 1', 'k.session_id')}
      FROM tasks k WHERE k.id = ?`,
  },
  progress: {
    table: TaskProgressEntity,
    item: 'task',
    sql: `SELECT k.id, k.state, k.county, k.township, k.what AS title, k.session_id, ${open('1 = 1', 'k.session_id')}
      FROM task_progress p JOIN tasks k ON k.id = p.task_id WHERE p.id = ?`,
  },
  research: {
    table: ResearchEntity,
    item: 'research',
    sql: `SELECT r.id, r.state, r.county, r.township, r.title, r.session_id, r.topic_id,
      CASE WHEN r.state = 'finished' AND ${ABOUT_RESEARCH} THEN 1 ELSE 0 END AS open FROM research r WHERE r.id = ?`,
  },
  questionnaire: {
    table: QuestionnaireEntity,
    item: 'questionnaire',
    sql: `SELECT q.id, q.state, q.county, q.township, q.title, r.session_id, r.topic_id,
      CASE WHEN q.state IN ('open', 'closed') AND r.state <> 'withdrawn' AND ${ABOUT_OPEN} THEN 1 ELSE 0 END AS open
      FROM questionnaires q JOIN research r ON r.id = q.research_id WHERE q.id = ?`,
  },
};

/** What offices publish: it has passed by being published, and can be taken down. */
@Injectable()
export class OfficeOwner implements OnModuleInit {
  constructor(
    private readonly owners: ContentOwners,
    private readonly sessions: SessionAccess,
    private readonly minutes: MinutesAccess,
    private readonly outcomes: OutcomeAccess,
    private readonly tasks: TaskAccess,
    private readonly research: ResearchAccess,
    private readonly questionnaires: QuestionnaireAccess,
  ) {}

  onModuleInit(): void {
    for (const [kind, office] of Object.entries(OFFICES) as [SessionOfficeKind, Office][]) {
      this.owners.register(kind, {
        show: async (db, id, content) => {
          await db.update(office.table, { id }, { content });
          if (kind === 'task') await relistTask(db, id);
        },
        place: (db, id) => place(db, office, id),
        see: (ctx, id) => this.see(ctx, kind, id),
      });
    }
  }

  private async see(ctx: RequestContext, kind: SessionOfficeKind, id: string): Promise<unknown> {
    switch (kind) {
      case 'session':
        return this.sessions.get(ctx, id);
      case 'minutes':
        return this.minutes.get(ctx, id);
      case 'outcome':
        return this.outcomes.get(ctx, id);
      case 'task':
        return this.tasks.get(ctx, id);
      case 'research':
        return this.research.get(ctx, id);
      case 'questionnaire':
        return this.questionnaires.get(ctx, id);
      case 'progress': {
        const progress = await ctx.db.findOneBy(TaskProgressEntity, { id });
        if (progress === null) throw notFound();
        const { inside } = await this.tasks.get(ctx, progress.taskId);
        if (!inside && progress.content !== 'passed') throw notFound();
      }
    }
  }
}

async function place(db: EntityManager, { item, sql }: Office, id: string): Promise<ContentPlace | null> {
  const [row]: Row[] = await db.query(sql, [id]);
  if (row === undefined) return null;
  const { county, township, title } = row;
  const topicIds = row.topic_id ? [row.topic_id] : await topicsOf(db, row.session_id);
  return { county, township, title, authorId: '', isPublic: Boolean(row.open), item: { kind: item, row, topicIds } };
}

async function topicsOf(db: EntityManager, sessionId: string | null): Promise<string[]> {
  const rows: { topic_id: string }[] = await db.query('SELECT topic_id FROM session_topics WHERE session_id = ?', [
    sessionId,
  ]);
  return rows.map(({ topic_id }) => topic_id);
}
