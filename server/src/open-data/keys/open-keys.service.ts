import { createHash, createHmac } from 'node:crypto';
import {
  addDays,
  chinaDate,
  type NewOpenKey,
  OPEN_KEY_PREFIX,
  OPEN_KEY_STATE_LABELS,
  type OpenKeyAction,
  type OpenKeyView,
  openKeyState,
  type Page,
  rolesIn,
  startOfChinaDay,
} from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../../common/context/request-context.js';
import { CodedError, notFound } from '../../common/errors/coded-error.js';
import { retryKeyOf } from '../../common/idempotency/idempotency.service.js';
import { newId } from '../../common/ids.js';
import { toPage } from '../../common/paging/page.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Database, isDuplicate } from '../../database/database.js';
import { PeopleRepository } from '../../people/people.repository.js';
import { OpenKeyEntity, OpenKeyEventEntity } from './open-key.entity.js';
import { OpenKeyUses } from './open-key-uses.js';
import type { OpenKeyDto, OpenKeysQueryDto } from './open-keys.dto.js';

/** What is kept of a key. It is long and random, so that its plain hash cannot be tried out. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Keys to open data: an administrator gives them to organisations, and ends them. */
@Injectable()
export class OpenKeys {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly uses: OpenKeyUses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The id of the key if it works now. */
  async find(key: string, now: number): Promise<string | null> {
    const row = await this.database.read.findOneBy(OpenKeyEntity, { hash: hashOf(key) });
    return row !== null && openKeyState(row, now) === 'valid' ? row.id : null;
  }

  /** The latest first. @throws REGION.OUTSIDE */
  async list(ctx: RequestContext, { region, after, limit }: OpenKeysQueryDto): Promise<Page<OpenKeyView>> {
    checkOwn(ctx, region);
    const rows = await ctx.db.find(OpenKeyEntity, {
      where: { county: region, ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: await this.views(ctx.db, page.items, ctx.now) };
  }

  /**
   * The answer is the only one that says the key, and is not kept for a retry as other answers are: the same retry
   * key makes the same key once more.
   * @throws REGION.OUTSIDE, REQUEST.INVALID for a last day that is over, IDEMPOTENCY.KEY_REQUIRED, IDEMPOTENCY.KEY_REUSED
   */
  async make(ctx: RequestContext, input: OpenKeyDto, retryKey: string | undefined): Promise<NewOpenKey> {
    const { region: county, holder, purpose, lastDay } = input;
    checkOwn(ctx, county);
    const endsAt = lastDay === undefined ? null : startOfChinaDay(addDays(chinaDate(lastDay), 1));
    if (endsAt !== null && endsAt <= ctx.now) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'lastDay', message: '请选择今天或以后的日期' }] });
    }
    const key = this.derive(actorOf(ctx).id, retryKeyOf(retryKey));
    const row: OpenKeyEntity = {
      id: newId(ctx.now),
      county,
      prefix: key.slice(0, OPEN_KEY_PREFIX),
      hash: hashOf(key),
      holder,
      purpose,
      endsAt,
      endedAt: null,
      createdAt: ctx.now,
    };
    try {
      await this.database.write(async (db) => {
        await db.insert(OpenKeyEntity, row);
        await this.record({ ...ctx, db }, 'make', row);
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const made = await this.database.read.findOneByOrFail(OpenKeyEntity, { hash: row.hash });
    const same = made.county === county && made.holder === holder && made.purpose === purpose && made.endsAt === endsAt;
    if (!same) throw new CodedError('IDEMPOTENCY.KEY_REUSED');
    const [view] = await this.views(this.database.read, [made], ctx.now);
    if (view === undefined) throw notFound();
    return { ...view, key };
  }

  /** It works nowhere from the next request on. @throws ITEM.NOT_FOUND */
  async end(ctx: RequestContext, id: string): Promise<void> {
    const row = await ctx.db.findOneBy(OpenKeyEntity, { id });
    if (row === null || !isOwn(ctx, row.county)) throw notFound();
    const { affected } = await ctx.db.update(OpenKeyEntity, { id, endedAt: IsNull() }, { endedAt: ctx.now });
    if (affected === 1) await this.record(ctx, 'end', row);
  }

  private derive(actorId: string, retryKey: string): string {
    return createHmac('sha256', this.config.secret).update(`open key\0${actorId}\0${retryKey}`).digest('base64url');
  }

  private async record(ctx: RequestContext, action: OpenKeyAction, { id, county }: OpenKeyEntity): Promise<void> {
    await ctx.db.insert(OpenKeyEventEntity, {
      id: newId(ctx.now),
      county,
      keyId: id,
      action,
      actorId: actorOf(ctx).id,
      requestId: ctx.requestId,
      at: ctx.now,
    });
  }

  private async views(db: EntityManager, rows: readonly OpenKeyEntity[], now: number): Promise<OpenKeyView[]> {
    const ids = rows.map(({ id }) => id);
    const events = ids.length === 0 ? [] : await db.findBy(OpenKeyEventEntity, { keyId: In(ids) });
    const nameOf = await this.people.names(
      db,
      events.map(({ actorId }) => actorId),
    );
    const usesOf = await this.uses.of(db, ids, now);
    const by = (keyId: string, action: OpenKeyAction) => {
      const event = events.find((one) => one.keyId === keyId && one.action === action);
      return event === undefined ? null : nameOf(event.actorId);
    };
    return rows.map((row) => {
      const { id, prefix, holder, purpose, createdAt, endsAt, endedAt } = row;
      const state = openKeyState(row, now);
      return {
        id,
        prefix,
        holder,
        purpose,
        state,
        stateLabel: OPEN_KEY_STATE_LABELS[state],
        createdAt,
        madeBy: by(id, 'make') ?? '',
        lastDay: endsAt === null ? null : chinaDate(endsAt - 1),
        endedAt,
        endedBy: by(id, 'end'),
        ...usesOf(id),
      };
    });
  }
}

const isOwn = (ctx: RequestContext, county: string) => rolesIn(actorOf(ctx).grants, county).has('admin');

function checkOwn(ctx: RequestContext, county: string): void {
  if (!isOwn(ctx, county)) throw new CodedError('REGION.OUTSIDE');
}
