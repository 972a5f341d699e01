import type { InboxCount, ItemKind, Page, TodoView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
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

const ROW = 'id, kind, item_id, does, title, township, due_at, created_at';

/** Everyone's own to-do list, soonest due first. */
@Injectable()
export class InboxService {
  constructor(private readonly regions: RegionDirectory) {}

  /**
   * Each assignee's own rows come ordered from the index and are merged, so that the cost does not grow
   * with the length of the inbox.
   */
  async list(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<TodoView>> {
    const assignees = assigneesOf(actorOf(ctx));
    const key = after === undefined ? null : parseMomentKey(after);
    const from = key === null ? '' : 'AND (due_at > ? OR (due_at = ? AND id > ?))';
    const one = `SELECT ${ROW} FROM todos WHERE assignee = ? ${from} ORDER BY due_at, id LIMIT ?`;
    // SQLite takes an ordered part of a union only as a table; MySQL would store that table once more.
    const isSqlite = ctx.db.connection.options.type === 'better-sqlite3';
    const parts = assignees.map((_, i) => (isSqlite ? `SELECT * FROM (${one}) AS t${i}` : `(${one})`));
    const rows: TodoRow[] = await ctx.db.query(`${parts.join(' UNION ALL ')} ORDER BY due_at, id LIMIT ?`, [
      ...assignees.flatMap((assignee) => [assignee, ...(key ? [key.at, key.at, key.id] : []), limit + 1]),
      limit + 1,
    ]);
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
    const [row]: { total: number; overdue: number | null }[] = await ctx.db.query(
      `SELECT COUNT(*) AS total, SUM(CASE WHEN due_at < ? THEN 1 ELSE 0 END) AS overdue FROM todos
       WHERE assignee IN (${assignees.map(() => '?').join(', ')})`,
      [ctx.now, ...assignees],
    );
    return { total: Number(row?.total ?? 0), overdue: Number(row?.overdue ?? 0) };
  }
}
