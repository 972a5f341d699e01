import {
  ARRANGEMENT_TITLES,
  type Audience,
  type MessageFacts,
  plainDate,
  renderBody,
  seesReason,
  stateLabel,
  type Telling,
  type Told,
  templateMoment,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../database/database.js';
import { TodoEntity } from '../moves/todo.entity.js';
import type { NewMessage } from './message-writer.js';
import { type PeopleQuery, Recipients } from './recipients.js';
import { factsOf, type ToldEvent, templateFactsOf } from './told-event.js';

/** One message about an event, and the people it is for. */
export interface Saying {
  readonly telling: Telling;
  readonly message: NewMessage;
  readonly query: PeopleQuery;
}

/** Finds what is said of an event, and to whom. */
@Injectable()
export class Sayings {
  constructor(
    private readonly database: Database,
    private readonly recipients: Recipients,
  ) {}

  /** Most concerned first: a person is told the first that is for them. */
  async of(told: ToldEvent, tellings: Told, dedupeKey: string, at = told.event.at): Promise<Saying[]> {
    const { toState } = told.event;
    const said: Saying[] = [];
    for (const telling of tellings) {
      if (telling.inStates && !telling.inStates.includes(toState)) continue;
      for (const audience of telling.to) {
        const about = { dedupeKey, at, told, telling, audience };
        if (audience === 'next') said.push(...(await this.next(about)));
        else said.push(saying(about, await this.recipients.of(this.database.read, audience, told)));
      }
    }
    return said;
  }

  /** Those whom the event left something to do, each in the words of their own to-do. */
  private async next(about: About): Promise<Saying[]> {
    const { event } = about.told;
    const todos = await this.database.read.findBy(TodoEntity, {
      kind: event.kind,
      itemId: event.itemId,
      createdAt: event.at,
      opensAt: IsNull(),
    });
    return todos.map((todo) => saying({ ...about, todo }, this.recipients.assignee(todo.assignee)));
  }
}

interface About {
  readonly dedupeKey: string;
  readonly at: number;
  readonly told: ToldEvent;
  readonly telling: Telling;
  readonly audience: Audience;
  readonly todo?: TodoEntity;
}

function saying({ dedupeKey, at, told, telling, audience, todo }: About, query: PeopleQuery): Saying {
  const { event, item } = told;
  const reason = seesReason(audience, event) ? event.reason : null;
  const facts: MessageFacts = {
    ...factsOf(item),
    reason,
    ...(todo && { due: plainDate(todo.dueAt), does: todo.does }),
  };
  const message: NewMessage = {
    dedupeKey: telling.together ? `together:${event.at}:${event.requestId}` : dedupeKey,
    item: telling.together ? null : { kind: item.kind, id: item.id },
    title: telling.title,
    body: renderBody(telling.body, facts),
    template: telling.template,
    facts: {
      ...templateFactsOf(item, event.at),
      status: stateLabel(item.kind, event.toState),
      note: telling.title,
      ...(todo ? { task: todo.does, due: templateMoment(todo.dueAt) } : { task: telling.title }),
    },
    at,
    ...(telling.arrangement !== undefined && { outdates: ARRANGEMENT_TITLES }),
    // What the system does in somebody's name is news to them too.
    ...(event.capacity !== 'system' && { exceptId: event.actorId }),
  };
  return { telling, message, query };
}
