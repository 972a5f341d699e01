import { needsSuccessor } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { TodoList } from '../moves/todo-list.js';
import type { GrantEntity } from '../people/person.entity.js';

type Held = Pick<GrantEntity, 'id' | 'role' | 'region' | 'departmentId'>;

/** Who holds a role alone and is needed there, see needsSuccessor. */
@Injectable()
export class Successors {
  constructor(private readonly todos: TodoList) {}

  /** Of these roles those that cannot be taken before somebody else has them. @returns their ids */
  async missing(ctx: RequestContext, held: readonly Held[]): Promise<Set<string>> {
    if (held.length === 0) return new Set();
    const [roles, regions] = [
      [...new Set(held.map(({ role }) => role))],
      [...new Set(held.map(({ region }) => region))],
    ];
    const alone: { id: string }[] = await ctx.db.query(
      `SELECT MIN(id) AS id FROM grants WHERE region IN (${marks(regions)}) AND role IN (${marks(roles)})
       GROUP BY region, role, department_id HAVING COUNT(*) = 1`,
      [...regions, ...roles],
    );
    const ids = new Set(alone.map(({ id }) => id));
    const last = held.filter(({ id }) => ids.has(id));
    const awaited = new Set(await this.todos.awaiting(ctx, last));
    return new Set(last.filter((one) => needsSuccessor(one.role, awaited.has(one))).map(({ id }) => id));
  }
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
