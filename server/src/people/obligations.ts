import { type ConsentDocument, consentsDue } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { IdentityEntity } from './person.entity.js';
import { ConsentEntity, PhoneEntity } from './personal.entity.js';

/** What a person who came by WeChat still owes before they may write; others are known to an administrator. */
export interface Obligations {
  readonly consents: readonly ConsentDocument[];
  readonly phone: boolean;
}

const NONE: Obligations = { consents: [], phone: false };

@Injectable()
export class ObligationsService {
  async of(db: EntityManager, personId: string): Promise<Obligations> {
    if (!(await db.existsBy(IdentityEntity, { personId, provider: 'wechat' }))) return NONE;
    const given = await db.findBy(ConsentEntity, { personId, withdrawnAt: IsNull() });
    return { consents: consentsDue(given), phone: !(await db.existsBy(PhoneEntity, { personId })) };
  }

  /** @throws CONSENT.REQUIRED, and PHONE.REQUIRED where something is published */
  async check(ctx: RequestContext, { publishing }: { publishing: boolean }): Promise<void> {
    const { consents, phone } = await this.of(ctx.db, actorOf(ctx).id);
    if (consents.length > 0) throw new CodedError('CONSENT.REQUIRED', { documents: consents });
    if (publishing && phone) throw new CodedError('PHONE.REQUIRED');
  }
}
