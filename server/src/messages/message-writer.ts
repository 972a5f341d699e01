import { DAY_MS, type MessageTarget, type TemplateFact, type TemplateKey } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { Jobs, type NewJob } from '../jobs/jobs.service.js';
import { WechatApi } from '../wechat/wechat-api.js';
import { MessageEntity } from './message.entity.js';
import { type PeopleQuery, Recipients } from './recipients.js';

/** What one or many people are told. */
export interface NewMessage {
  /** 80 characters; nobody is told a second thing under one key. */
  readonly dedupeKey: string;
  /** Null: it opens the to-do list. */
  readonly item: { readonly kind: MessageTarget; readonly id: string } | null;
  readonly title: string;
  readonly body: string;
  readonly template: TemplateKey | null;
  readonly facts: Partial<Record<TemplateFact, string>>;
  /** When it happened, ms since 1970. */
  readonly at: number;
  /** Whoever did it knows. */
  readonly exceptId?: string;
  /** Titles of what was said of the same item before and is old news now, so that nobody has to read it. */
  readonly outdates?: readonly string[];
}

export const PUSH_JOB = 'push';
/** How sign-ins through WeChat are known among a person's identities. */
export const WECHAT_PROVIDER = 'wechat';
/** Nobody wants to be rung about what is older than this. */
export const PUSH_WITHIN_MS = 3 * DAY_MS;
/** Told later than this, it is history: it stands in the list but not as new. */
const NEW_WITHIN_MS = 14 * DAY_MS;
/** People at a time: a page is one short transaction. */
const PAGE = 200;

interface Reachable {
  person_id: string;
  openid: string;
}

/** Puts messages before people, each once, and with each the job that sends it through WeChat where it may be sent. */
@Injectable()
export class MessageWriter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly recipients: Recipients,
    private readonly jobs: Jobs,
    private readonly wechat: WechatApi,
  ) {}

  /** Tells everyone whom the query finds, page by page. What was told before a crash is not told again. */
  async tell(message: NewMessage, query: PeopleQuery): Promise<void> {
    for await (const ids of this.recipients.all(this.database.read, query)) {
      const told = ids.filter((id) => id !== message.exceptId);
      if (told.length > 0) await this.database.write((db) => this.write(db, message, told));
    }
  }

  /** Tells these people, however many they are. What was told before a crash is not told again. */
  async tellEach(message: NewMessage, personIds: readonly string[]): Promise<void> {
    for (let from = 0; from < personIds.length; from += PAGE) {
      await this.database.write((db) => this.write(db, message, personIds.slice(from, from + PAGE)));
    }
  }

  /** Tells these people, in the transaction of the caller. */
  async write(db: EntityManager, message: NewMessage, personIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const { dedupeKey, item, title, body, template, facts, at } = message;
    const openids = await this.openids(db, message, personIds, now);
    await db
      .createQueryBuilder()
      .insert()
      .orIgnore()
      .into(MessageEntity)
      .values(
        personIds.map((personId) => ({
          id: newId(at),
          personId,
          dedupeKey,
          kind: item?.kind ?? null,
          itemId: item?.id ?? null,
          title,
          body,
          template: openids.has(personId) ? template : null,
          facts: openids.has(personId) ? (facts as never) : null,
          createdAt: at,
          readAt: now - at > NEW_WITHIN_MS ? at : null,
          pushState: openids.has(personId) ? ('waiting' as const) : null,
          pushId: null,
        })),
      )
      .updateEntity(false)
      .execute();
    await this.outdate(db, message, personIds);
    const pushes = [...openids].map(
      ([personId, openid]): NewJob => ({
        kind: PUSH_JOB,
        payload: { personId, dedupeKey, openid },
        dedupeKey: `${PUSH_JOB}:${personId}:${dedupeKey}`,
        // WeChat refuses two sendings to one person at once.
        lane: `${PUSH_JOB}:${openid}`,
      }),
    );
    await this.jobs.add({ db, now }, ...pushes);
  }

  /** What was not sent out yet of it is not sent any more. */
  private async outdate(db: EntityManager, message: NewMessage, personIds: readonly string[]): Promise<void> {
    const { item, outdates = [], dedupeKey, at } = message;
    if (item === null || outdates.length === 0 || personIds.length === 0) return;
    const old = { personId: In([...personIds]), kind: item.kind, itemId: item.id, title: In([...outdates]) };
    const earlier = { readAt: IsNull(), createdAt: LessThanOrEqual(at), dedupeKey: Not(dedupeKey) };
    await db.update(MessageEntity, { ...old, ...earlier }, { readAt: at });
  }

  /** Who of these may be sent this through WeChat. */
  private async openids(
    db: EntityManager,
    { template, at }: NewMessage,
    personIds: readonly string[],
    now: number,
  ): Promise<Map<string, string>> {
    const templateId = template === null ? undefined : this.config.templates[template]?.id;
    if (templateId === undefined || !this.wechat.isOn || now - at > PUSH_WITHIN_MS) return new Map();
    const rows: Reachable[] = await db.query(
      `SELECT i.person_id, i.subject AS openid FROM identities i
       JOIN subscriptions s ON s.openid = i.subject AND s.template_id = ? AND s.balance > 0
       WHERE i.provider = ? AND i.person_id IN (${personIds.map(() => '?').join(', ')})`,
      [templateId, WECHAT_PROVIDER, ...personIds],
    );
    return new Map(rows.map(({ person_id, openid }) => [person_id, openid]));
  }
}
