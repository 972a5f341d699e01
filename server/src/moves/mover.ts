import {
  actionLabel,
  type Capacity,
  capacityFor,
  findTransition,
  type ItemKind,
  type Machine,
  type Relation,
  type Transition,
  whoMay,
} from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Settings } from '../regions/settings.service.js';
import { EventLog } from './event-log.js';
import { ITEM_TABLES } from './item-tables.js';
import type { Movable } from './movable.js';
import { TodoList } from './todo-list.js';

export interface Move<S extends string, A extends string> {
  readonly machine: Machine<S, A>;
  readonly item: Movable & { readonly state: S };
  readonly action: A;
  /** What the actor is to this item. */
  readonly held: ReadonlySet<Capacity>;
  /** As the inbox of whoever is next calls it. */
  readonly title: string;
  /** The topics it concerns: it shows in their timelines. */
  readonly topicIds: readonly string[];
  readonly reason?: string | undefined;
  /** Further columns written with the state. */
  readonly patch?: Readonly<Record<string, unknown>>;
  /** Where a transition to 'previous' leads. */
  readonly previous?: S | null;
  /** The deadline of a state whose deadline is the item's own, ms since 1970. */
  readonly ownDueAt?: number;
  /** When what the next state waits for can be done, where the item itself says so, ms since 1970. */
  readonly ownOpensAt?: number | undefined;
  /** The deadline of the next state at the latest, where the item itself sets one, ms since 1970. */
  readonly notLaterThan?: number;
  /** Who is waited for in place of whom the table of states names. */
  readonly awaits?: Capacity | undefined;
  /** Person or department ids behind the relations that the next state may wait for. */
  readonly related?: Partial<Record<Relation, string>>;
  readonly data?: Record<string, unknown>;
  /** Nobody is waited for after it, whatever the next state says. */
  readonly awaitsNobody?: boolean;
}

/**
 * Makes every move of every item, in the transaction of the request: the conditional update of the state,
 * the event, and the to-do of whoever is next. Nothing else writes a state.
 */
@Injectable()
export class Mover {
  constructor(
    private readonly settings: Settings,
    private readonly events: EventLog,
    private readonly todos: TodoList,
  ) {}

  /**
   * @returns the new state
   * @throws AUTH.FORBIDDEN, MOVE.NOT_POSSIBLE, MOVE.CONFLICT when somebody else was faster, REQUEST.INVALID
   *   without a reason that the table requires
   */
  async move<S extends string, A extends string>(ctx: RequestContext, move: Move<S, A>): Promise<S> {
    const { transition, capacity } = this.permitted(move);
    if (transition.reason === 'required' && !move.reason) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'reason', message: '请写明理由' }] });
    }
    const to = transition.to === 'previous' ? move.previous : transition.to;
    if (!to) throw new Error(`${move.machine.kind} ${move.item.id} has no previous state`);
    const dueAt = move.awaitsNobody ? null : await this.dueAt(ctx, move, to);

    const { affected } = await ctx.db.update(
      ITEM_TABLES[move.machine.kind],
      { id: move.item.id, state: move.item.state },
      { ...move.patch, state: to, movedAt: ctx.now, [dueColumn(move.machine.kind)]: dueAt },
    );
    if (affected !== 1) await this.conflict(ctx, move);

    await this.events.record(ctx, move.item, {
      kind: move.machine.kind,
      action: transition.action,
      fromState: move.item.state,
      toState: to,
      capacity,
      departmentId: capacity === 'lead' ? (move.related?.lead ?? null) : null,
      reason: move.reason ?? null,
      isPublic: transition.isPublic ?? false,
      reasonPublic: transition.reasonPublic ?? false,
      data: move.data ?? null,
      topicIds: move.topicIds,
    });
    // A fresh draft stands in no inbox.
    if (move.item.state !== 'draft' || move.machine.kind !== 'topic')
      await this.todos.clear(ctx, move.machine.kind, move.item.id);
    await this.await(ctx, move, to, dueAt);
    return to;
  }

  /** The to-do of the state an item is in, anew: what its deadline hangs on has changed. @returns the deadline */
  async again<S extends string, A extends string>(
    ctx: RequestContext,
    move: Omit<Move<S, A>, 'action' | 'held'> & { since: number },
  ): Promise<number | null> {
    await this.todos.clear(ctx, move.machine.kind, move.item.id);
    return this.begin(ctx, move);
  }

  /**
   * Puts the to-do of the state that an item begins in, and returns its deadline.
   * @param move.since when it came into that state, if not now
   */
  async begin<S extends string, A extends string>(
    ctx: RequestContext,
    move: Omit<Move<S, A>, 'action' | 'held'> & { since?: number },
  ): Promise<number | null> {
    const dueAt = await this.dueAt(ctx, move, move.item.state);
    await this.await(ctx, move, move.item.state, dueAt);
    return dueAt;
  }

  private permitted<S extends string, A extends string>({ machine, item, action, held }: Move<S, A>) {
    if (!whoMay(machine, action).some((capacity) => held.has(capacity))) throw new CodedError('AUTH.FORBIDDEN');
    const candidates = machine.transitions.filter((t) => t.action === action && t.from.includes(item.state));
    const transition: Transition<S, A> | undefined =
      candidates.find((t) => capacityFor(t, held) !== undefined) ?? findTransition(machine, item.state, action);
    if (transition === undefined) {
      throw new CodedError('MOVE.NOT_POSSIBLE', {
        state: machine.states[item.state].label,
        stateCode: item.state,
        action: actionLabel(machine, action),
      });
    }
    const capacity = capacityFor(transition, held);
    if (capacity === undefined) throw new CodedError('AUTH.FORBIDDEN');
    return { transition, capacity };
  }

  private async dueAt<S extends string, A extends string>(
    ctx: RequestContext,
    {
      machine,
      item,
      ownDueAt,
      notLaterThan,
      since,
    }: Pick<Move<S, A>, 'machine' | 'item' | 'ownDueAt' | 'notLaterThan'> & { since?: number },
    state: S,
  ): Promise<number | null> {
    const awaits = machine.states[state].awaits;
    if (awaits === undefined) return null;
    if (awaits.within === 'own') {
      if (ownDueAt === undefined) throw new Error(`${machine.kind} in ${state} needs its own deadline`);
      return ownDueAt;
    }
    const { deadlines } = await this.settings.of(ctx.db, item.township);
    const due = deadlineAfter(since ?? ctx.now, deadlines[awaits.within]);
    // A date that has gone by already is nothing to wait for.
    return notLaterThan !== undefined && notLaterThan > ctx.now ? Math.min(due, notLaterThan) : due;
  }

  private async await<S extends string, A extends string>(
    ctx: RequestContext,
    {
      machine,
      item,
      title,
      related,
      ownOpensAt,
      awaits: instead,
    }: Pick<Move<S, A>, 'machine' | 'item' | 'title' | 'related' | 'ownOpensAt' | 'awaits'>,
    state: S,
    dueAt: number | null,
  ): Promise<void> {
    const awaits = machine.states[state].awaits;
    if (awaits === undefined || dueAt === null) return;
    const by = instead ?? awaits.by;
    await this.todos.add(ctx, {
      kind: machine.kind,
      item,
      by,
      relatedId: related?.[by as Relation],
      does: awaits.does,
      title,
      dueAt,
      opensAt: awaits.opens && ownOpensAt,
    });
  }

  private async conflict<S extends string, A extends string>(
    ctx: RequestContext,
    { machine, item }: Move<S, A>,
  ): Promise<never> {
    const now = await ctx.db.findOneBy(ITEM_TABLES[machine.kind], { id: item.id });
    const state = (now as Movable | null)?.state as S | undefined;
    throw new CodedError('MOVE.CONFLICT', {
      state: state ? machine.states[state].label : '',
      stateCode: state ?? null,
    });
  }
}

/** A task's `dueAt` is the date it promised; what it waits for now stands beside it. */
function dueColumn(kind: ItemKind): 'dueAt' | 'currentDueAt' {
  return kind === 'task' ? 'currentDueAt' : 'dueAt';
}

/** The actor as the system's hand: for a move that follows from another one. */
export const BY_SYSTEM: ReadonlySet<Capacity> = new Set<Capacity>(['system']);
