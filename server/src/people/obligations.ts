import { type ConsentDocument, consentsDue } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { IdentityEntity } from './person.entity.js';
import { ConsentEntity, PhoneEntity } from './personal.entity.js';

/**
 * What a person who came by WeChat still owes before they may write; others are known to an administrator, and owe only
 * what they withdrew.
 */
export interface Obligations {
  readonly consents: readonly ConsentDocument[];
  readonly phone: boolean;
}

@Injectable()
export class ObligationsService {
  async of(db: EntityManager, personId: string): Promise<Obligations> {
    const all = await db.findBy(ConsentEntity, { personId });
    const due = consentsDue(all.filter(({ withdrawnAt }) => withdrawnAt === null));
    if (!(await db.existsBy(IdentityEntity, { personId, provider: 'wechat' }))) {
      const withdrawn = new Set(all.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ document }) => document));
      return { consents: due.filter((document) => withdrawn.has(document)), phone: false };
    }
    return { consents: due, phone: !(await db.existsBy(PhoneEntity, { personId })) };
  }

  /** @throws CONSENT.REQUIRED, and PHONE.REQUIRED where something is published */
  async check(ctx: RequestContext, { publishing }: { publishing: boolean }): Promise<void> {
    const { consents, phone } = await this.of(ctx.db, actorOf(ctx).id);
    if (consents.length > 0) throw new CodedError('CONSENT.REQUIRED', { documents: consents });
    if (publishing && phone) throw new CodedError('PHONE.REQUIRED');
  }
}
