import {
  type AgreedTask,
  chinaYear,
  isPrivateDraft,
  isTopicOpen,
  type SearchKind,
  SIMILAR_STATES,
  type SpeechPoint,
  statesOfStep,
  TOPIC_STEPS,
  type TopicCategory,
  type TopicSource,
  type TopicState,
  type TopicStep,
} from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { aboutPublicTopic } from '../topics/about-public.js';

/** A text as it is searched: made anew from the item's own row each time, so that nothing outlives it there. */
export interface SearchSource {
  readonly kind: SearchKind;
  readonly id: string;
  readonly county: string;
  readonly township: string;
  readonly community: string | null;
  readonly category: TopicCategory | null;
  readonly source: TopicSource | null;
  readonly state: TopicState | null;
  readonly heldFrom: TopicState | null;
  readonly step: TopicStep | null;
  /** ms since 1970: when it was raised or published. */
  readonly at: number;
  readonly year: number;
  readonly isPublic: boolean;
  /** Its topic goes on. */
  readonly isOpen: boolean;
  /** A topic that is offered to those who write a similar one. */
  readonly isNear: boolean;
  readonly title: string;
  readonly texts: readonly string[];
}

type Row = Record<string, unknown>;
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** Those of the items that may be in the index, as they are now. Drafts and what is not published yet may not. */
export function searchSources(db: EntityManager, kind: SearchKind, ids: readonly string[]): Promise<SearchSource[]> {
  return ids.length === 0 ? Promise.resolve([]) : LOADERS[kind](db, ids);
}

const LOADERS: Readonly<Record<SearchKind, (db: EntityManager, ids: readonly string[]) => Promise<SearchSource[]>>> = {
  async topic(db, ids) {
    const rows: Row[] = await db.query(
      `SELECT id, title, description, place, suggestion, tried, affected, category, source, state, held_from, county,
         township, community, is_public, created_at FROM topics WHERE id IN (${marks(ids)})`,
      [...ids],
    );
    return rows
      .map((row) => ({
        ...common('topic', row),
        texts: [row.description, row.place, row.suggestion, row.tried, row.affected].filter(isText),
      }))
      .filter(({ state, heldFrom }) => state !== null && !isPrivateDraft({ state, heldFrom }));
  },

  async minutes(db, ids) {
    const rows: Row[] = await db.query(
      `SELECT m.id, m.session_title AS title, m.situation, m.questions, m.points, m.department_answers, m.consensus,
         m.dissent, m.tasks, m.county, m.township, m.published_at AS created_at, ${OF_SESSION('m')}
       FROM minutes m LEFT JOIN topics t ON t.id = ${FIRST_TOPIC('m')}
       WHERE m.id IN (${marks(ids)}) AND m.state = 'published' AND NOT EXISTS (SELECT 1 FROM minutes n
         WHERE n.session_id = m.session_id AND n.version > m.version AND n.state = 'published')`,
      [...ids],
    );
    return rows.map((row) => ({
      ...common('minutes', row),
      texts: [
        ...[row.situation].filter(isText),
        ...list<string>(row.questions),
        ...list<SpeechPoint>(row.points).map(({ text }) => text),
        ...list<SpeechPoint>(row.department_answers).map(({ text }) => text),
        ...list<string>(row.consensus),
        ...list<string>(row.dissent),
        ...list<AgreedTask>(row.tasks).map(({ what }) => what),
      ],
    }));
  },

  async outcome(db, ids) {
    const rows: Row[] = await db.query(
      `SELECT o.id, o.title, o.summary, o.suggestions, o.consensus, o.dissent, o.agreed_tasks, o.county, o.township,
         o.published_at AS created_at, ${OF_SESSION('o')}
       FROM outcomes o LEFT JOIN topics t ON t.id = ${FIRST_TOPIC('o')}
       WHERE o.id IN (${marks(ids)}) AND o.published_at IS NOT NULL`,
      [...ids],
    );
    return rows.map((row) => ({
      ...common('outcome', row),
      texts: [
        ...[row.summary].filter(isText),
        ...list<string>(row.suggestions),
        ...list<string>(row.consensus),
        ...list<string>(row.dissent),
        ...list<AgreedTask>(row.agreed_tasks).map(({ what }) => what),
      ],
    }));
  },
};

const FIRST_TOPIC = (alias: string) =>
  `(SELECT MIN(st.topic_id) FROM session_topics st WHERE st.session_id = ${alias}.session_id)`;

/** What papers of a session have from its first topic, and whether everybody may read them. */
const OF_SESSION = (alias: string) => `t.category, t.source, t.state, t.held_from, t.community,
  CASE WHEN ${alias}.content = 'passed' AND ${aboutPublicTopic(`${alias}.session_id`)}
    AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${alias}.session_id AND s.content = 'passed')
    THEN 1 ELSE 0 END AS is_public`;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const list = <T>(value: unknown): T[] => (typeof value === 'string' ? (JSON.parse(value) ?? []) : []);
const word = <T extends string>(value: unknown) => (value ?? null) as T | null;

function common(kind: SearchKind, row: Row): Omit<SearchSource, 'texts'> {
  const [state, heldFrom] = [word<TopicState>(row.state), word<TopicState>(row.held_from)];
  const at = Number(row.created_at);
  const isPublic = Boolean(row.is_public);
  return {
    kind,
    id: String(row.id),
    title: String(row.title),
    county: String(row.county),
    township: String(row.township),
    community: word(row.community),
    category: word<TopicCategory>(row.category),
    source: word<TopicSource>(row.source),
    state,
    heldFrom,
    step: state === null ? null : (TOPIC_STEPS.find((step) => statesOfStep(step).includes(state)) ?? null),
    at,
    year: chinaYear(at),
    isPublic,
    isOpen: state !== null && isTopicOpen(state),
    isNear: kind === 'topic' && isPublic && state !== null && SIMILAR_STATES.includes(state),
  };
}
