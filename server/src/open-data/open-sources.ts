import {
  daysBetween,
  EVALUATION_QUESTIONS,
  type EvaluationQuestion,
  eventLabel,
  type ItemKind,
  lateUntil,
  type OpenDataset,
  type OpenRow,
  RATINGS,
  type Rating,
  type ReplyClass,
  shownProgress,
  type TaskLight,
  type TaskState,
  type TopicEnding,
  type TopicState,
  topicFate,
} from '@consult/shared';
import { SESSION_SHOWN_TO_ALL } from '../sessions/shown-to-all.js';
import { answerColumn } from '../tasks/task-answers.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import { amount, datesOf, listed } from './open-values.js';

/** A row as the database gives it, with `id` and, where the dataset is in the order of a moment, `at`. */
export type RawRow = Record<string, string | number | null> & { id: string };

/** What a row of a page needs from elsewhere, read for the whole page at once. */
export interface Around {
  /** ms since 1970 */
  readonly now: number;
  /** The codes of a session's public topics. */
  topicsOf(session: string): readonly string[];
  /** Fewer answers than this are not shown in a township. */
  minimumOf(township: string): number;
  /** Of a promise. */
  lightOf(row: RawRow): TaskLight;
  /** The public code of what an event is about; undefined where it is not public. */
  itemOf(kind: string, id: string): string | undefined;
}

/** How the rows of a dataset are asked for. */
export interface OpenQuery {
  readonly select: string;
  readonly table: string;
  readonly alias: string;
  readonly join?: string;
  /** What follows county or township in the index that has its rows in order. */
  readonly index: readonly string[];
  /** The moment that rows are in the order of; left out: that of the id, which is the order of creation. */
  readonly at?: string;
  /** The condition that everyone may see a row. */
  readonly visible: string;
  /** The column by which one row is asked for; left out where rows have no code. */
  readonly code?: string;
  readonly needs?: readonly ('topics' | 'minimums' | 'items' | 'lights')[];
}

/** Where the rows of a dataset come from, and what is said of each. */
export interface OpenSource<D extends OpenDataset> extends OpenQuery {
  /** Null: not for everyone to see. */
  row(raw: RawRow, around: Around): OpenRow<D> | null;
}

const OUTCOME_IS_PUBLIC = `o.published_at IS NOT NULL AND o.content = 'passed' AND ${aboutPublicTopic('o.session_id')}`;
const PROMISE_IS_PUBLIC = 'k.listed = 1';

/** On all three questions. */
const ANSWERS = EVALUATION_QUESTIONS.flatMap((question) =>
  RATINGS.map((rating) => `k.${answerColumn(question, rating)}`),
).join(', ');

/** What an event may be about, and which of these everyone may see. */
export const OPEN_ITEMS = {
  topic: 'SELECT t.id, t.code FROM topics t WHERE t.is_public = 1 AND t.id IN',
  session: `SELECT s.id, s.id AS code FROM sessions s WHERE ${SESSION_SHOWN_TO_ALL} AND s.id IN`,
  outcome: `SELECT o.id, o.id AS code FROM outcomes o WHERE ${OUTCOME_IS_PUBLIC} AND o.id IN`,
  task: `SELECT k.id, k.code FROM tasks k WHERE ${PROMISE_IS_PUBLIC} AND k.id IN`,
} as const satisfies Partial<Record<ItemKind, string>>;

/** No statement asks for a column that OPEN_TABLES does not have a use for. */
export const OPEN_SOURCES: { readonly [D in OpenDataset]: OpenSource<D> } = {
  topics: {
    select: `t.id, t.code, t.title, t.category, t.source, t.state, t.township, t.community, t.created_at, t.accepted_at,
      t.moved_at, t.cosigns, t.held_from, t.ending, (SELECT m.code FROM topics m WHERE m.id = t.merged_into AND m.is_public = 1) AS merged_into`,
    table: 'topics',
    alias: 't',
    index: ['is_public', 'id'],
    visible: 't.is_public = 1',
    code: 't.code',
    row: (raw) => {
      const fate = topicFate({
        state: raw.state as TopicState,
        heldFrom: raw.held_from as TopicState | null,
        ending: raw.ending as TopicEnding | null,
      });
      if (fate === null) return null;
      return {
        code: text(raw.code),
        title: text(raw.title),
        category: text(raw.category),
        source: text(raw.source),
        state: text(raw.state),
        township: text(raw.township),
        community: text(raw.community),
        raised_on: datesOf(raw.created_at),
        accepted_on: datesOf(raw.accepted_at),
        moved_on: datesOf(raw.moved_at),
        cosigns: Number(raw.cosigns),
        merged_into: raw.merged_into === null ? null : text(raw.merged_into),
        fate,
      };
    },
  },
  sessions: {
    select: 's.id, s.title, s.format, s.state, s.township, s.starts_at, s.seats, s.seated, s.id AS session_id',
    table: 'sessions',
    alias: 's',
    index: ['starts_at', 'id', 'state'],
    at: 's.starts_at',
    visible: SESSION_SHOWN_TO_ALL,
    code: 's.id',
    needs: ['topics'],
    row: (raw, { topicsOf }) => ({
      code: raw.id,
      title: text(raw.title),
      format: text(raw.format),
      state: text(raw.state),
      township: text(raw.township),
      starts_on: datesOf(raw.starts_at),
      seats: Number(raw.seats),
      seated: Number(raw.seated),
      topics: topicsOf(text(raw.session_id)),
    }),
  },
  outcomes: {
    select: `o.id, o.title, o.conclusion, o.state, o.township, o.session_id, o.published_at, o.consensus, o.dissent,
      o.suggestions`,
    table: 'outcomes',
    alias: 'o',
    index: ['published_at', 'id'],
    at: 'o.published_at',
    visible: OUTCOME_IS_PUBLIC,
    code: 'o.id',
    needs: ['topics'],
    row: (raw, { topicsOf }) => ({
      code: raw.id,
      title: text(raw.title),
      conclusion: text(raw.conclusion),
      state: text(raw.state),
      township: text(raw.township),
      session: text(raw.session_id),
      topics: topicsOf(text(raw.session_id)),
      published_on: datesOf(raw.published_at),
      consensus_points: listed(raw.consensus),
      dissent_points: listed(raw.dissent),
      suggestions: listed(raw.suggestions),
    }),
  },
  promises: {
    select: `k.id, k.code, k.what, k.category, d.name AS department, k.state, k.township, k.outcome_id, k.session_id,
      k.created_at, k.first_due_at, k.due_at, k.replied_at, k.reply_class, k.progress, k.funds_planned, k.funds_spent,
      k.county, k.last_word_at`,
    table: 'tasks',
    alias: 'k',
    join: 'LEFT JOIN departments d ON d.id = k.lead_department_id',
    index: ['listed', 'id'],
    visible: PROMISE_IS_PUBLIC,
    code: 'k.code',
    needs: ['topics', 'lights'],
    row: (raw, { topicsOf, now, lightOf }) => {
      const light = lightOf(raw);
      return {
        code: text(raw.code),
        what: text(raw.what),
        category: raw.category || null ? text(raw.category) : null,
        department: text(raw.department),
        state: text(raw.state),
        township: text(raw.township),
        outcome: text(raw.outcome_id),
        topics: topicsOf(text(raw.session_id)),
        promised_on: datesOf(raw.created_at),
        first_due_on: datesOf(raw.first_due_at),
        due_on: datesOf(raw.due_at),
        replied_on: datesOf(raw.replied_at),
        reply_class: raw.reply_class === null ? null : text(raw.reply_class),
        light,
        late_days: lateDays(raw, now),
        progress: shownProgress({
          state: raw.state as TaskState,
          light,
          replyClass: raw.reply_class as ReplyClass | null,
          progress: Number(raw.progress),
        }),
        funds_planned: amount(raw.funds_planned),
        funds_spent: amount(raw.funds_spent),
      };
    },
  },
  evaluations: {
    select: `k.id, k.code, k.township, k.evaluation_ends_at, k.reply_class, ${ANSWERS}`,
    table: 'tasks',
    alias: 'k',
    index: ['listed', 'id'],
    // While it runs, what a second look has more than the first would be one person's answer.
    visible: `k.evaluation_ends_at IS NOT NULL AND k.state <> 'evaluating' AND ${PROMISE_IS_PUBLIC}`,
    code: 'k.code',
    needs: ['minimums'],
    row: (raw, { minimumOf }) => {
      const on = (question: EvaluationQuestion, rating: Rating) => Number(raw[answerColumn(question, rating)]);
      const answers = RATINGS.reduce((sum, rating) => sum + on('handling', rating), 0);
      const shown = answers >= minimumOf(text(raw.township));
      const count = (question: EvaluationQuestion, rating: Rating) => (shown ? on(question, rating) : null);
      return {
        promise: text(raw.code),
        township: text(raw.township),
        ended_on: datesOf(raw.evaluation_ends_at),
        reply_class: raw.reply_class === null ? null : text(raw.reply_class),
        shown,
        answers: shown ? answers : null,
        satisfied: count('handling', 'satisfied'),
        fair: count('handling', 'fair'),
        dissatisfied: count('handling', 'dissatisfied'),
        process_satisfied: count('process', 'satisfied'),
        process_fair: count('process', 'fair'),
        process_dissatisfied: count('process', 'dissatisfied'),
        result_satisfied: count('result', 'satisfied'),
        result_fair: count('result', 'fair'),
        result_dissatisfied: count('result', 'dissatisfied'),
      };
    },
  },
  events: {
    select: 'e.id, e.kind, e.item_id, e.action, e.capacity, e.township, e.at AS happened_at',
    table: 'events',
    alias: 'e',
    index: ['id'],
    visible: `e.is_public = 1 AND e.kind IN (${Object.keys(OPEN_ITEMS)
      .map((kind) => `'${kind}'`)
      .join(', ')})`,
    needs: ['items'],
    row: (raw, { itemOf }) => {
      const item = itemOf(text(raw.kind), text(raw.item_id));
      return item === undefined
        ? null
        : {
            kind: text(raw.kind),
            item,
            action: text(raw.action),
            action_name: eventLabel(raw.kind as ItemKind, text(raw.action)),
            by: text(raw.capacity),
            township: text(raw.township),
            happened_on: datesOf(raw.happened_at),
          };
    },
  },
};

/** As the ledger counts them; how far the date has moved, first_due_on and due_on say. */
function lateDays(raw: RawRow, now: number): number {
  const dueAt = Number(raw.due_at);
  const repliedAt = raw.replied_at ? Number(raw.replied_at) : null;
  const until = lateUntil({ state: raw.state as TaskState, dueAt, repliedAt }, now);
  return until === null ? 0 : daysBetween(dueAt, until);
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
