import type { InboxCount, ItemKind, Page, TodoView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { firstOfAll } from '../database/first-of-all.js';
import { prepared } from '../database/prepared.js';
import { TODO_IS_OPEN } from '../moves/todo.entity.js';
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

/** Everyone's own to-do list, soonest due first. */
@Injectable()
export class InboxService {
  constructor(private readonly regions: RegionDirectory) {}

  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<TodoView>> {
    const key = parseMomentKey(after);
    const from = key === null ? '' : 'AND (t.due_at > ? OR (t.due_at = ? AND t.id > ?))';
    const beyond = key === null ? [] : [key.at, key.at, key.id];
    const sql = `SELECT ${ROW} FROM todos t WHERE t.assignee = ? AND ${TODO_IS_OPEN} ${from}`;
    const parts = assigneesOf(actorOf(ctx)).map((assignee) => ({ sql, params: [assignee, ctx.now, ...beyond] }));
    const rows = await firstOfAll<TodoRow>(ctx.db, parts, SOONEST, limit + 1, prepared);
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
    const [row] = await prepared<{ total: number; overdue: number | null }>(
      ctx.db,
      `SELECT COUNT(*) AS total, SUM(CASE WHEN due_at < ? THEN 1 ELSE 0 END) AS overdue FROM todos
       WHERE assignee IN (${assignees.map(() => '?').join(', ')}) AND ${TODO_IS_OPEN}`,
      [ctx.now, ...assignees, ctx.now],
    );
    return { total: Number(row?.total ?? 0), overdue: Number(row?.overdue ?? 0) };
  }
}
