import { type ItemKind, type MessageFacts, plainDate, plainMoment, templateMoment } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseEntity } from '../cases/case.entity.js';
import { MinutesEntity } from '../minutes/minutes.entity.js';
import { EventEntity } from '../moves/event.entity.js';
import { OpinionRoundEntity } from '../opinion/opinion.entity.js';
import { OutcomeEntity } from '../outcomes/outcome.entity.js';
import { QuestionnaireEntity } from '../questionnaires/questionnaire.entity.js';
import { ResearchEntity } from '../research/research.entity.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { TopicEntity } from '../topics/topic.entity.js';

/** An item as a message speaks of it. */
export interface ToldItem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly movedAt: number;
  /** Null of a topic. */
  readonly sessionId: string | null;
  readonly recorderId: string | null;
  /** Who started it; opinion rounds alone. */
  readonly initiatorId: string | null;
  /** Of a research and its questionnaires. */
  readonly researchId: string | null;
  /** Whose department carries it out; tasks alone. */
  readonly leadDepartmentId: string | null;
  /** When a session starts. */
  readonly startsAt: number | null;
  readonly place: string | null;
  /** Until when those who are told have time, where the item says so. */
  readonly dueAt: number | null;
}

export interface ToldEvent {
  readonly event: EventEntity;
  readonly item: ToldItem;
}

const NOTHING = {
  sessionId: null,
  recorderId: null,
  initiatorId: null,
  researchId: null,
  leadDepartmentId: null,
  startsAt: null,
  place: null,
  dueAt: null,
} as const;

/** Reads an event with what a message says of its item. */
@Injectable()
export class ToldEvents {
  /** Null where the event or its item is gone. */
  async find(db: EntityManager, eventId: string): Promise<ToldEvent | null> {
    const event = await db.findOneBy(EventEntity, { id: eventId });
    if (event === null) return null;
    const item = await this.item(db, event.kind, event.itemId);
    return item === null ? null : { event, item };
  }

  private async item(db: EntityManager, kind: ItemKind, id: string): Promise<ToldItem | null> {
    const of = { ...NOTHING, kind, id };
    switch (kind) {
      case 'topic': {
        const topic = await db.findOneBy(TopicEntity, { id });
        return topic && { ...of, title: topic.title, state: topic.state, movedAt: topic.movedAt, dueAt: topic.dueAt };
      }
      case 'session': {
        const session = await db.findOneBy(SessionEntity, { id });
        if (session === null) return null;
        const { title, state, movedAt, recorderId, startsAt, place } = session;
        return { ...of, title, state, movedAt, sessionId: id, recorderId, startsAt, place };
      }
      case 'minutes': {
        const minutes = await db.findOneBy(MinutesEntity, { id });
        if (minutes === null) return null;
        const { sessionTitle: title, state, movedAt, sessionId, recorderId, objectionEndsAt: dueAt } = minutes;
        return { ...of, title, state, movedAt, sessionId, recorderId, dueAt };
      }
      case 'outcome': {
        const outcome = await db.findOneBy(OutcomeEntity, { id });
        if (outcome === null) return null;
        const { title, state, movedAt, sessionId } = outcome;
        return { ...of, title, state, movedAt, sessionId };
      }
      case 'research': {
        const research = await db.findOneBy(ResearchEntity, { id });
        if (research === null) return null;
        const { title, state, movedAt, sessionId, reportDueAt: dueAt } = research;
        return { ...of, title, state, movedAt, sessionId, researchId: id, dueAt };
      }
      case 'questionnaire': {
        const questionnaire = await db.findOneBy(QuestionnaireEntity, { id });
        if (questionnaire === null) return null;
        const { title, state, movedAt, researchId, closesAt: dueAt } = questionnaire;
        return { ...of, title, state, movedAt, researchId, dueAt };
      }
      case 'task': {
        const task = await db.findOneBy(TaskEntity, { id });
        if (task === null) return null;
        const { what: title, state, movedAt, sessionId, leadDepartmentId, evaluationEndsAt: dueAt } = task;
        return { ...of, title, state, movedAt, sessionId, leadDepartmentId, dueAt };
      }
      case 'case': {
        const found = await db.findOneBy(CaseEntity, { id });
        return found && { ...of, title: found.title, state: found.state, movedAt: found.movedAt };
      }
      case 'round': {
        const round = await db.findOneBy(OpinionRoundEntity, { id });
        if (round === null) return null;
        const { title, state, movedAt, sessionId, initiatorId, closesAt: dueAt } = round;
        return { ...of, title, state, movedAt, sessionId, initiatorId, dueAt };
      }
    }
  }
}

/** The facts of an item in words that are still true tomorrow. */
export function factsOf(item: ToldItem): MessageFacts {
  return {
    title: item.title,
    due: item.dueAt === null ? null : plainDate(item.dueAt),
    time: item.startsAt === null ? null : plainMoment(item.startsAt),
    place: item.place,
  };
}

/** The same as subscription messages take them. */
export function templateFactsOf(item: ToldItem, at: number) {
  return {
    item: item.title,
    time: templateMoment(item.startsAt ?? at),
    due: templateMoment(item.dueAt ?? at),
    place: item.place ?? '',
  };
}
