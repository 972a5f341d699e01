import {
  actorLabel,
  type Capacity,
  chinaDate,
  eventLabel,
  GONE_NAME,
  type ItemKind,
  type TimelineEntry,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';

/** An event as stored, before it is decided how much of it a viewer sees. */
export interface EventRow {
  id: string;
  kind: ItemKind;
  item_id: string;
  action: string;
  capacity: Capacity;
  department: string | null;
  /** Null: gone. */
  person: string | null;
  reason: string | null;
  reason_public: number;
  is_public: number;
  /** Events of one move have it in common. */
  request_id: string;
  at: number;
}

const COLUMNS = `e.id, e.kind, e.item_id, e.action, e.capacity, d.name AS department, p.name AS person,
  e.reason, e.reason_public, e.is_public, e.request_id, e.at`;
const JOINS = 'LEFT JOIN departments d ON d.id = e.department_id LEFT JOIN people p ON p.id = e.actor_id';
/** A bound, so that no timeline can grow a page without end: of what has more, the latest is shown. */
const MOST = 200;

/** Reads what happened, as this viewer may see it. */
@Injectable()
export class Timeline {
  /** All that concerns a topic, oldest first; timelineFor says what of it a viewer sees. */
  async eventsOfTopic(ctx: RequestContext, topicId: string): Promise<EventRow[]> {
    const rows: EventRow[] = await ctx.db.query(
      `SELECT ${COLUMNS} FROM event_topics t JOIN events e ON e.id = t.event_id ${JOINS}
       WHERE t.topic_id = ? ORDER BY t.event_id DESC LIMIT ${MOST}`,
      [topicId],
    );
    return rows.reverse();
  }

  /** All that happened to one item, oldest first. */
  async ofItem(ctx: RequestContext, kind: ItemKind, itemId: string, inside: boolean): Promise<TimelineEntry[]> {
    const rows: EventRow[] = await ctx.db.query(
      `SELECT ${COLUMNS} FROM events e ${JOINS}
       WHERE e.kind = ? AND e.item_id = ? ORDER BY e.id DESC LIMIT ${MOST}`,
      [kind, itemId],
    );
    return timelineFor(rows.reverse(), inside);
  }
}

/**
 * @param inside true for those who handle the item: they see names, reasons and internal events
 * @param ownTopicId the topic, for its raiser: they see each of its own moves with its reason, but nobody's name
 */
export function timelineFor(rows: readonly EventRow[], inside: boolean, ownTopicId?: string): TimelineEntry[] {
  const isOwn = (row: EventRow) => row.kind === 'topic' && row.item_id === ownTopicId;
  const seen = onceAMove(rows.filter((row) => inside || row.is_public || isOwn(row)));
  return onceADay(seen).map(({ row, times }) =>
    entry(row, times, inside, inside || Boolean(row.reason_public) || isOwn(row)),
  );
}

/** Done to one person after another, when a list is drawn up. */
const TO_EACH: readonly string[] = ['invite', 'uninvite'];

/** What somebody does to one person after another stands once a day, where the first of it was, with how often. */
function onceADay(rows: readonly EventRow[]): { row: EventRow; times: number }[] {
  const shown: { row: EventRow; times: number }[] = [];
  const places = new Map<string, { row: EventRow; times: number }>();
  for (const row of rows) {
    const { kind, item_id, action, capacity, department, person } = row;
    const key = JSON.stringify([kind, item_id, action, capacity, department, person, chinaDate(Number(row.at))]);
    const before = TO_EACH.includes(action) ? places.get(key) : undefined;
    if (before !== undefined) {
      before.times += 1;
      continue;
    }
    const place = { row, times: 1 };
    places.set(key, place);
    shown.push(place);
  }
  return shown;
}

/**
 * One move may be an event of several items, as when the last promise about a topic closes both: of those that read the
 * same one is shown, somebody's rather than the system's. Handing in what was raised at once is no second step either.
 */
function onceAMove(rows: readonly EventRow[]): EventRow[] {
  const shown: EventRow[] = [];
  for (const row of rows) {
    const nth = shown.findIndex((other) => isSameMove(other, row));
    const before = shown[nth];
    if (before === undefined) shown.push(row);
    else if (before.capacity === 'system' && row.capacity !== 'system') shown[nth] = row;
  }
  return shown;
}

function isSameMove(before: EventRow, row: EventRow): boolean {
  if (before.request_id !== row.request_id || Number(before.at) !== Number(row.at)) return false;
  if (before.item_id === row.item_id)
    return row.kind === 'topic' && before.action === 'create' && row.action === 'submit';
  // What an outcome hands out is said of it once, not of each promise again.
  if (row.kind === 'task' && row.action === 'create') {
    return before.kind === 'outcome' || (before.kind === 'task' && before.action === 'create');
  }
  // A schedule that does the same to several items of a kind does so to each.
  return before.kind !== row.kind && eventLabel(before.kind, before.action) === eventLabel(row.kind, row.action);
}

function entry(row: EventRow, times: number, names: boolean, reasons: boolean): TimelineEntry {
  const by = row.department ?? actorLabel(row.kind, row.capacity);
  return {
    id: row.id,
    kind: row.kind,
    itemId: row.item_id,
    action: row.action,
    label: `${eventLabel(row.kind, row.action)}${times > 1 ? `（${times} 人）` : ''}`,
    at: Number(row.at),
    capacity: row.capacity,
    by: names && row.capacity !== 'system' ? `${by} ${row.person ?? GONE_NAME}` : by,
    reason: reasons ? row.reason : null,
  };
}
