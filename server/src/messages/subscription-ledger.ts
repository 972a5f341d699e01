import { MINUTE_MS, SUBSCRIBE_BALANCE_MAX } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SubscriptionEntity } from './message.entity.js';

/** Who told of a yes: the app that asked, or WeChat's own push. */
export type AcceptSource = 'client' | 'wechat';

/** Within this time the two tellings of one yes find each other, ms. */
export const PAIRED_WITHIN_MS = 10 * MINUTE_MS;

interface Counted {
  readonly balance: number;
  readonly unpaired: number;
  readonly updatedAt: number;
}

/**
 * Counts a yes that two sides may tell of, either of them or both, in any order: it counts when the first tells, and
 * the other's telling within ten minutes is its pair.
 */
export function countAccept(now: number, source: AcceptSource, before: Counted): Omit<Counted, 'updatedAt'> {
  const sign = source === 'client' ? 1 : -1;
  const unpaired = now - before.updatedAt <= PAIRED_WITHIN_MS ? before.unpaired : 0;
  if (unpaired * sign < 0) return { balance: before.balance, unpaired: unpaired + sign };
  return { balance: Math.min(before.balance + 1, SUBSCRIBE_BALANCE_MAX), unpaired: unpaired + sign };
}

/**
 * How many subscription messages of each template a person may still be sent: one more for each yes, one less for each
 * sending, none after a no. Every change is one conditional statement or made while holding the row.
 */
@Injectable()
export class SubscriptionLedger {
  async accept(db: EntityManager, key: LedgerKey, source: AcceptSource, now: number): Promise<void> {
    await db
      .createQueryBuilder()
      .insert()
      .orIgnore()
      .into(SubscriptionEntity)
      .values({ ...key, balance: 0, unpaired: 0, updatedAt: now })
      .updateEntity(false)
      .execute();
    // Holds the row, so that the two tellings of one yes wait for each other.
    await db.query('UPDATE subscriptions SET openid = openid WHERE openid = ? AND template_id = ?', [
      key.openid,
      key.templateId,
    ]);
    const row = await db.findOneByOrFail(SubscriptionEntity, key);
    await db.update(SubscriptionEntity, key, { ...countAccept(now, source, row), updatedAt: now });
  }

  /** Takes one sending. @returns false where none is left */
  async spend(db: EntityManager, { openid, templateId }: LedgerKey): Promise<boolean> {
    const { affected } = await db
      .createQueryBuilder()
      .update(SubscriptionEntity)
      .set({ balance: () => 'balance - 1' })
      .where('openid = :openid AND template_id = :templateId AND balance > 0', { openid, templateId })
      .execute();
    return affected === 1;
  }

  /** Puts back what was taken for a sending that did not come about. */
  async giveBack(db: EntityManager, key: LedgerKey): Promise<void> {
    await db.increment(SubscriptionEntity, key, 'balance', 1);
  }

  /** Nothing may be sent until the next yes. */
  async empty(db: EntityManager, key: LedgerKey, now: number): Promise<void> {
    await db.update(SubscriptionEntity, key, { balance: 0, unpaired: 0, updatedAt: now });
  }
}

export interface LedgerKey {
  readonly openid: string;
  readonly templateId: string;
}
