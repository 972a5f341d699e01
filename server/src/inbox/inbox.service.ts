import type { InboxCount, ItemKind, Page, TodoView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { firstOfAll } from '../database/first-of-all.js';
import { assigneesOf } from '../moves/todo-list.js';
import { RegionDirectory } from '../regions/region-directory.js';

interface TodoRow {
  id: string;
  kind: ItemKind;
  item_id: string;
  does: string;
  title: string;
  township: string;
  due_at: number;
  created_at: number;
}

const ROW = 't.id, t.kind, t.item_id, t.does, t.title, t.township, t.due_at, t.created_at';
const SOONEST = { alias: 't', columns: ['due_at', 'id'] };
/**
 * Minutes that wait for somebody by name stand in their inbox once: what an office has to do about them comes after. Its
 * parameter is their own name among the assignees.
 */
const ONCE = `(t.kind <> 'minutes' OR NOT EXISTS
  (SELECT 1 FROM todos o WHERE o.kind = 'minutes' AND o.item_id = t.item_id AND o.assignee = ?))`;

/** Everyone's own to-do list, soonest due first. */
@Injectable()
export class InboxService {
  constructor(private readonly regions: RegionDirectory) {}

  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<TodoView>> {
    const [own, ...offices] = assigneesOf(actorOf(ctx));
    const key = parseMomentKey(after);
    const from = key === null ? '' : 'AND (t.due_at > ? OR (t.due_at = ? AND t.id > ?))';
    const beyond = key === null ? [] : [key.at, key.at, key.id];
    const select = `SELECT ${ROW} FROM todos t WHERE t.assignee = ? ${from}`;
    const parts = [
      { sql: select, params: [own, ...beyond] },
      ...offices.map((office) => ({ sql: `${select} AND ${ONCE}`, params: [office, ...beyond, own] })),
    ];
    const rows = await firstOfAll<TodoRow>(ctx.db, parts, SOONEST, limit + 1);
    const name = await this.regions.names();
    const page = toPage(rows, limit, (row) => momentKey({ at: Number(row.due_at), id: row.id }));
    return {
      nextAfter: page.nextAfter,
      items: page.items.map((row) => ({
        id: row.id,
        kind: row.kind,
        itemId: row.item_id,
        does: row.does,
        title: row.title,
        township: row.township,
        townshipName: name(row.township),
        dueAt: Number(row.due_at),
        createdAt: Number(row.created_at),
      })),
    };
  }

  async count(ctx: RequestContext): Promise<InboxCount> {
    const assignees = assigneesOf(actorOf(ctx));
    const [own] = assignees;
    const [row]: { total: number; overdue: number | null }[] = await ctx.db.query(
      `SELECT COUNT(*) AS total, SUM(CASE WHEN t.due_at < ? THEN 1 ELSE 0 END) AS overdue FROM todos t
       WHERE t.assignee IN (${assignees.map(() => '?').join(', ')}) AND (t.assignee = ? OR ${ONCE})`,
      [ctx.now, ...assignees, own, own],
    );
    return { total: Number(row?.total ?? 0), overdue: Number(row?.overdue ?? 0) };
  }
}
