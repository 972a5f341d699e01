import { type MessageFacts, plainDate, type REMINDERS, renderBody, templateMoment } from '@consult/shared';
import type { TodoEntity } from '../moves/todo.entity.js';
import type { NewMessage } from './message-writer.js';

/** What is said of something that waits in an inbox. @param now ms since 1970 */
export function todoMessage(
  { kind, itemId, title, does, dueAt }: TodoEntity,
  telling: Pick<(typeof REMINDERS)['before' | 'overdue'], 'title' | 'body' | 'template'>,
  dedupeKey: string,
  now: number,
): NewMessage {
  const facts: MessageFacts = { title, does, due: plainDate(dueAt) };
  return {
    dedupeKey,
    item: { kind, id: itemId },
    title: telling.title,
    body: renderBody(telling.body, facts),
    template: telling.template,
    facts: { item: title, task: does, due: templateMoment(dueAt), note: telling.title },
    at: now,
  };
}
