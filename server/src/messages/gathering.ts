import { type ManyTelling, renderBody } from '@consult/shared';
import type { NewMessage } from './message-writer.js';

/** What is told of one thing, and how several such things are told at once. */
interface Gathered {
  readonly message: NewMessage;
  readonly many: ManyTelling;
  /** How much it concerns them, the most first: several are told in the words of the lowest. */
  readonly rank: number;
}

/** A message and everyone it is for. */
export interface Addressed {
  readonly message: NewMessage;
  readonly personIds: string[];
}

/**
 * Gathers what one run of a schedule has to tell: whom one thing concerns is told of it, whom several concern is told
 * their number, in one message. It holds one small entry a person, however many things there are.
 */
export class Gathering {
  private readonly own = new Map<string, Gathered & { readonly count: number }>();

  /** @param runKey 60 characters: nobody is told twice of several things under one key */
  constructor(
    private readonly runKey: string,
    private readonly at: number,
  ) {}

  /** Adds one thing, which concerns these people. */
  add(gathered: Gathered, personIds: Iterable<string>): void {
    for (const id of personIds) {
      const before = this.own.get(id);
      const foremost = before === undefined || gathered.rank < before.rank ? gathered : before;
      this.own.set(id, { ...foremost, count: (before?.count ?? 0) + 1 });
    }
  }

  /** What to write, each message with all its people. */
  messages(): Addressed[] {
    const ones = new Map<NewMessage, Addressed>();
    const several = new Map<string, Addressed>();
    for (const [personId, { message, many, count }] of this.own) {
      const key = `${many.title}:${many.opens}:${count}`;
      const found = count === 1 ? ones.get(message) : several.get(key);
      if (found !== undefined) found.personIds.push(personId);
      else if (count === 1) ones.set(message, { message, personIds: [personId] });
      else several.set(key, { message: this.severalOf(message, many, count), personIds: [personId] });
    }
    return [...ones.values(), ...several.values()];
  }

  private severalOf({ item, template, facts }: NewMessage, many: ManyTelling, count: number): NewMessage {
    const { title, body, opens } = many;
    return {
      dedupeKey: this.runKey,
      item: opens === null || item === null ? null : { kind: opens, id: item.id },
      title,
      body: renderBody(body, { count: String(count) }),
      template,
      facts: { ...facts, item: `${count} 件事`, note: title },
      at: this.at,
    };
  }
}
