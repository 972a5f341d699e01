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
  assignee: string;
  kind: ItemKind;
  item_id: string;
  does: string;
  title: string;
  township: string;
  due_at: number;
  created_at: number;
}

const ROW = 't.id, t.assignee, t.kind, t.item_id, t.does, t.title, t.township, t.due_at, t.created_at';
const SOONEST = { alias: 't', columns: ['due_at', 'id'] };

/** Everyone's own to-do list, soonest due first. */
@Injectable()
export class InboxService {
  constructor(private readonly regions: RegionDirectory) {}

  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<TodoView>> {
    const assignees = assigneesOf(actorOf(ctx));
    const key = parseMomentKey(after);
    const from = key === null ? '' : 'AND (t.due_at > ? OR (t.due_at = ? AND t.id > ?))';
    const parts = assignees.map((assignee) => ({
      sql: `SELECT ${ROW} FROM todos t WHERE t.assignee = ? ${from}`,
      params: [assignee, ...(key ? [key.at, key.at, key.id] : [])],
    }));
    const rows = await firstOfAll<TodoRow>(ctx.db, parts, SOONEST, limit + 1);
    const name = await this.regions.names();
    const page = toPage(rows, limit, (row) => momentKey({ at: Number(row.due_at), id: row.id }));
    return {
      nextAfter: page.nextAfter,
      items: (await this.once(ctx, page.items, assignees[0])).map((row) => ({
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

  /** Minutes that wait for somebody by name stand in their inbox once: what an office has to do about them comes after. */
  private async once(ctx: RequestContext, rows: readonly TodoRow[], own: string | undefined): Promise<TodoRow[]> {
    const isDouble = (row: TodoRow) => row.kind === 'minutes' && row.assignee !== own;
    const minutes = rows.filter(isDouble).map((row) => row.item_id);
    if (minutes.length === 0) return [...rows];
    const known: { item_id: string }[] = await ctx.db.query(
      `SELECT item_id FROM todos WHERE kind = 'minutes' AND assignee = ? AND item_id IN (${minutes.map(() => '?').join(', ')})`,
      [own, ...minutes],
    );
    const byName = new Set(known.map((row) => row.item_id));
    return rows.filter((row) => !(isDouble(row) && byName.has(row.item_id)));
  }

  async count(ctx: RequestContext): Promise<InboxCount> {
    const assignees = assigneesOf(actorOf(ctx));
    const [own] = assignees;
    const [row]: { total: number; overdue: number | null }[] = await ctx.db.query(
      `SELECT COUNT(*) AS total, SUM(CASE WHEN t.due_at < ? THEN 1 ELSE 0 END) AS overdue FROM todos t
       WHERE t.assignee IN (${assignees.map(() => '?').join(', ')}) AND (t.assignee = ? OR t.kind <> 'minutes' OR NOT EXISTS
         (SELECT 1 FROM todos o WHERE o.kind = 'minutes' AND o.item_id = t.item_id AND o.assignee = ?))`,
      [ctx.now, ...assignees, own, own],
    );
    return { total: Number(row?.total ?? 0), overdue: Number(row?.overdue ?? 0) };
  }
}
