import { type Page, rolesIn, type StaffAccountView, type StaffInitialPassword } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { toPage } from '../common/paging/page.js';
import { Database, isDuplicate } from '../database/database.js';
import { TOTP_FIELD } from '../database/sealed-fields.js';
import { PeopleRepository } from '../people/people.repository.js';
import { GrantEntity } from '../people/person.entity.js';
import { Phones } from '../people/phones.service.js';
import { newAuthenticatorSecret } from './authenticator.js';
import { SignIns } from './sign-ins.service.js';
import type { StaffAccountDto, StaffAccountsQueryDto } from './staff.dto.js';
import { StaffAccountEntity } from './staff-account.entity.js';
import { hashPassword, initialPassword } from './staff-passwords.js';

/** An administrator looks after the staff accounts of their county. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly database: Database,
    private readonly signIns: SignIns,
    private readonly people: PeopleRepository,
    private readonly phones: Phones,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws ITEM.NOT_FOUND for nobody of the county, STAFF.NOT_STAFF, STAFF.EXISTS, PHONE.TAKEN */
  async open(ctx: RequestContext, { personId, username, phone }: StaffAccountDto): Promise<StaffInitialPassword> {
    const { password, row } = await this.fresh(personId);
    try {
      await this.database.write(async (db) => {
        const county = await this.countyOf(db, ctx, personId);
        await db.insert(StaffAccountEntity, { ...row, personId, username, county, createdAt: ctx.now });
        if (phone !== undefined) await this.phones.bind(db, personId, phone, ctx.now);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new CodedError('STAFF.EXISTS');
      throw error;
    }
    return { personId, username, password };
  }

  /** A new first password and authenticator, for who lost either. @throws ITEM.NOT_FOUND */
  async reset(ctx: RequestContext, personId: string): Promise<StaffInitialPassword> {
    const { password, row } = await this.fresh(personId);
    return this.database.write(async (db) => {
      const { username, passwordHash, oldHashes } = await this.own(db, ctx, personId);
      await db.update(
        StaffAccountEntity,
        { personId },
        { ...row, oldHashes: [passwordHash, ...oldHashes].slice(0, 4) },
      );
      await this.signIns.end(db, ctx.now, { personId });
      return { personId, username, password };
    });
  }

  /** @throws ITEM.NOT_FOUND */
  async disable(ctx: RequestContext, personId: string): Promise<void> {
    await this.own(ctx.db, ctx, personId);
    await ctx.db.update(StaffAccountEntity, { personId }, { disabledAt: ctx.now });
    await this.signIns.end(ctx.db, ctx.now, { personId });
  }

  /** @throws REGION.OUTSIDE */
  async list(
    ctx: RequestContext,
    { region, after = '', limit }: StaffAccountsQueryDto,
  ): Promise<Page<StaffAccountView>> {
    if (!rolesIn(actorOf(ctx).grants, region).has('admin')) throw new CodedError('REGION.OUTSIDE');
    const rows = await ctx.db.find(StaffAccountEntity, {
      where: { county: region, personId: MoreThan(after) },
      order: { personId: 'ASC' },
      take: limit + 1,
    });
    const nameOf = await this.people.names(
      ctx.db,
      rows.map(({ personId }) => personId),
    );
    const views = rows.map(({ personId, username, setUpAt, disabledAt, lockedUntil, createdAt }) => ({
      personId,
      name: nameOf(personId),
      username,
      pending: setUpAt === null,
      disabled: disabledAt !== null,
      lockedUntil: lockedUntil !== null && lockedUntil > ctx.now ? lockedUntil : null,
      createdAt,
    }));
    return toPage(views, limit, ({ personId }) => personId);
  }

  /** The county whose administrator asks, for somebody who works there. */
  private async countyOf(db: EntityManager, ctx: RequestContext, personId: string): Promise<string> {
    const grants = await db.findBy(GrantEntity, { personId });
    for (const own of actorOf(ctx).grants.filter(({ role }) => role === 'admin')) {
      const here = grants.filter(({ region }) => region.startsWith(own.region));
      if (here.some(({ role }) => role !== 'resident' && role !== 'member')) return own.region;
      if (here.length > 0) throw new CodedError('STAFF.NOT_STAFF');
    }
    throw notFound();
  }

  private async own(db: EntityManager, ctx: RequestContext, personId: string): Promise<StaffAccountEntity> {
    const account = await db.findOneBy(StaffAccountEntity, { personId });
    if (account === null || !rolesIn(actorOf(ctx).grants, account.county).has('admin')) throw notFound();
    return account;
  }

  private async fresh(personId: string) {
    const password = initialPassword();
    const row = {
      passwordHash: await hashPassword(password),
      oldHashes: [] as string[],
      totpSecret: this.cipher.seal(newAuthenticatorSecret(), placeIn(TOTP_FIELD, personId)),
      totpStep: 0,
      setUpAt: null,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
    };
    return { password, row };
  }
}
