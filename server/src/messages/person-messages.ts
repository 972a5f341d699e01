import type { MessageView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { IdentityEntity } from '../people/person.entity.js';
import { MessageEntity, SubscriptionEntity } from './message.entity.js';
import { WECHAT_PROVIDER } from './message-writer.js';
import { messageView } from './messages.service.js';

/**
 * A person's messages for those who export or delete an account: an export calls `page` until it has all; a deletion
 * calls `forget` before it removes the person's identities, because the yeses to subscription messages are kept under
 * their openid.
 */
@Injectable()
export class PersonMessages {
  /** Oldest first, after the message with the id `after` ('' for the first). */
  async page(db: EntityManager, personId: string, after: string, limit: number): Promise<MessageView[]> {
    const rows = await db.find(MessageEntity, {
      where: { personId, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map(messageView);
  }

  async forget(db: EntityManager, personId: string): Promise<void> {
    const identities = await db.findBy(IdentityEntity, { personId, provider: WECHAT_PROVIDER });
    const openids = identities.map(({ subject }) => subject);
    if (openids.length > 0) await db.delete(SubscriptionEntity, { openid: In(openids) });
    await db.delete(MessageEntity, { personId });
  }
}
