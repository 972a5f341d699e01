import {
  type Capacity,
  departmentsOf,
  type Grant,
  type ItemKind,
  isRelation,
  REVIEW_CONTENT,
  ROLE_LEVELS,
  type Role,
  regionAt,
} from '@consult/shared';
import { firstReminder } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import type { Movable } from './movable.js';
import { TodoEntity } from './todo.entity.js';

/** Also what no person does. */
type Writing = Pick<RequestContext, 'db' | 'now'>;

export interface NewTodo {
  readonly kind: ItemKind;
  readonly item: Movable;
  readonly by: Capacity;
  /** The person or department, where `by` is a relation. */
  readonly relatedId?: string | undefined;
  readonly does: string;
  readonly title: string;
  readonly dueAt: number;
  /** Nothing can be done about it before, ms since 1970. */
  readonly opensAt?: number | undefined;
  /** Known beforehand where two transactions may add the same at once: it is added once. */
  readonly id?: string;
}

/** Who has to do what next. */
@Injectable()
export class TodoList {
  async add(ctx: Writing, { kind, item, by, relatedId, does, title, dueAt, opensAt, id }: NewTodo): Promise<void> {
    await ctx.db
      .createQueryBuilder()
      .insert()
      .orIgnore(id !== undefined)
      .into(TodoEntity)
      .values({
        id: id ?? newId(ctx.now),
        kind,
        itemId: item.id,
        assignee: assigneeOf(item, by, relatedId),
        does,
        title,
        township: item.township,
        dueAt,
        opensAt: opensAt ?? null,
        createdAt: ctx.now,
        remindAt: firstReminder(dueAt, opensAt ?? ctx.now),
      })
      .updateEntity(false)
      .execute();
  }

  /** Whether this piece of work about an item waits for anybody, or for one person by name. */
  async has(ctx: Writing, kind: ItemKind, itemId: string, does: string, personId?: string): Promise<boolean> {
    const whose = personId && { assignee: personKey(personId) };
    return ctx.db.existsBy(TodoEntity, { kind, itemId, does, ...whose });
  }

  /** Of these roles those whose holders something waits for, by one query that reads one to-do of each. */
  async awaiting<T extends Grant>(ctx: Writing, grants: readonly T[]): Promise<T[]> {
    const keyOf = ({ role, region, departmentId }: T) =>
      departmentId ? departmentKey(departmentId) : roleKey(role, region);
    const keys = [...new Set(grants.map(keyOf))];
    if (keys.length === 0) return [];
    const one = (_: string, i: number) =>
      `SELECT * FROM (SELECT assignee FROM todos WHERE assignee = ? LIMIT 1) AS one${i}`;
    const rows: { assignee: string }[] = await ctx.db.query(keys.map(one).join(' UNION ALL '), keys);
    const awaited = new Set(rows.map(({ assignee }) => assignee));
    return grants.filter((grant) => awaited.has(keyOf(grant)));
  }

  /** Whom something about an item waits for by name. */
  async assignedTo(ctx: RequestContext, kind: ItemKind, itemId: string): Promise<Set<string>> {
    const rows = await ctx.db.findBy(TodoEntity, { kind, itemId });
    return new Set(
      rows.flatMap(({ assignee }) => (assignee.startsWith(personKey('')) ? assignee.slice(personKey('').length) : [])),
    );
  }

  /** From when on a piece of work that waits stands in the inbox, and is reminded of: null, from now on. */
  async open(ctx: Writing, kind: ItemKind, itemId: string, does: string, opensAt: number | null): Promise<void> {
    for (const { id, dueAt } of await ctx.db.findBy(TodoEntity, { kind, itemId, does })) {
      await ctx.db.update(TodoEntity, { id }, { opensAt, remindAt: firstReminder(dueAt, opensAt ?? ctx.now) });
    }
  }

  /** Something else has to be done about an item first, or next. */
  async become(ctx: Writing, kind: ItemKind, itemId: string, from: string, does: string): Promise<void> {
    await ctx.db.update(TodoEntity, { kind, itemId, does: from }, { does });
  }

  /** Takes one piece of work about an item, of several that wait, out of every inbox. */
  async clearOne(ctx: Writing, kind: ItemKind, itemId: string, does: string): Promise<void> {
    await ctx.db.delete(TodoEntity, { kind, itemId, does });
  }

  /** Takes out of one person's inbox what was theirs by name about items of a kind, but for those of places that are kept. */
  async release(
    ctx: RequestContext,
    kind: ItemKind,
    personId: string,
    isKept: (township: string) => boolean,
  ): Promise<void> {
    const own = await ctx.db.findBy(TodoEntity, { kind, assignee: personKey(personId) });
    const ids = own.filter(({ township }) => !isKept(township)).map(({ id }) => id);
    if (ids.length > 0) await ctx.db.delete(TodoEntity, { id: In(ids) });
  }

  /** Gives what was one person's by name about items of a kind to the conveners, but for those of places that are kept. */
  async handBack(
    ctx: RequestContext,
    kind: ItemKind,
    personId: string,
    isKept: (township: string) => boolean,
  ): Promise<void> {
    const own = await ctx.db.findBy(TodoEntity, { kind, assignee: personKey(personId) });
    for (const { id, township } of own.filter((todo) => !isKept(todo.township))) {
      await ctx.db.update(TodoEntity, { id }, { assignee: roleKey('convener', township) });
    }
  }

  /**
   * Takes an item out of every inbox, or out of one person's, as it has moved on. What somebody wrote about it has to be
   * read all the same.
   */
  async clear(ctx: RequestContext, kind: ItemKind, itemId: string, personId?: string): Promise<void> {
    const whose = personId && { assignee: personKey(personId) };
    await ctx.db.delete(TodoEntity, { kind, itemId, does: Not(REVIEW_CONTENT), ...whose });
  }
}

const personKey = (id: string) => `person:${id}`;
const departmentKey = (id: string) => `department:${id}`;
const roleKey = (role: Role, region: string) => `${role}@${region}`;

function assigneeOf(item: Movable, by: Capacity, relatedId: string | undefined): string {
  if (!isRelation(by)) {
    const region = regionAt(item.township, ROLE_LEVELS[by]);
    if (region === undefined) throw new Error(`${by} has no region above ${item.township}`);
    return roleKey(by, region);
  }
  if (relatedId === undefined) throw new Error(`nobody known as ${by} of ${item.id}`);
  return by === 'lead' ? departmentKey(relatedId) : personKey(relatedId);
}

/** Every assignee whose to-dos are this person's. */
export function assigneesOf(person: { id: string; grants: readonly Grant[] }): string[] {
  return [
    personKey(person.id),
    ...person.grants.map((g) => roleKey(g.role, g.region)),
    ...departmentsOf(person.grants).map(departmentKey),
  ];
}
