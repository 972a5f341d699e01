import { type Page, rolesIn, type StaffAccountView, type StaffInitialPassword } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { Appointments } from '../appointments/appointments.service.js';
import { StaffEvents } from '../appointments/staff-events.service.js';
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
    private readonly appointments: Appointments,
    private readonly events: StaffEvents,
  ) {}

  /**
   * For somebody of the county, or for somebody new, who gets their role with it.
   * @throws ITEM.NOT_FOUND for nobody of the county, STAFF.NOT_STAFF, STAFF.EXISTS, PHONE.TAKEN, and as Appointments.give
   */
  async open(
    ctx: RequestContext,
    { personId: known, person, username, phone }: StaffAccountDto,
  ): Promise<StaffInitialPassword> {
    if ((known === undefined) === (person === undefined)) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'personId', message: '请选择一个人，或填写新人' }] });
    }
    const { password, passwordHash } = await firstPassword();
    try {
      return await this.database.write(async (db) => {
        const inside = { ...ctx, db };
        const personId = person === undefined ? (known ?? '') : await this.appointments.introduce(inside, person);
        const county = await this.countyOf(db, ctx, personId);
        const row = { ...this.fresh(personId, passwordHash), oldHashes: [] };
        await db.insert(StaffAccountEntity, { ...row, personId, username, county, createdAt: ctx.now });
        if (known !== undefined && phone !== undefined) await this.phones.bind(db, personId, phone, ctx.now);
        await this.events.record(inside, 'open_account', { personId, county });
        return { personId, username, password };
      });
    } catch (error) {
      if (isDuplicate(error)) throw new CodedError('STAFF.EXISTS');
      throw error;
    }
  }

  /** A new first password and authenticator, for who lost either. @throws ITEM.NOT_FOUND */
  async reset(ctx: RequestContext, personId: string): Promise<StaffInitialPassword> {
    const first = await firstPassword();
    return this.database.write(async (db) => {
      const { username, county, passwordHash, oldHashes } = await this.own(db, ctx, personId);
      const row = { ...this.fresh(personId, first.passwordHash), oldHashes: [passwordHash, ...oldHashes].slice(0, 4) };
      await db.update(StaffAccountEntity, { personId }, row);
      await this.signIns.end(db, ctx.now, { personId });
      await this.events.record({ ...ctx, db }, 'reset_account', { personId, county });
      return { personId, username, password: first.password };
    });
  }

  /** @throws ITEM.NOT_FOUND */
  async disable(ctx: RequestContext, personId: string): Promise<void> {
    const { county } = await this.own(ctx.db, ctx, personId);
    await ctx.db.update(StaffAccountEntity, { personId }, { disabledAt: ctx.now });
    await this.signIns.end(ctx.db, ctx.now, { personId });
    await this.events.record(ctx, 'disable_account', { personId, county });
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

  private fresh(personId: string, passwordHash: string) {
    return {
      passwordHash,
      totpSecret: this.cipher.seal(newAuthenticatorSecret(), placeIn(TOTP_FIELD, personId)),
      totpStep: 0,
      setUpAt: null,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
    };
  }
}

/** Hashed before any transaction begins: it takes a while. */
async function firstPassword() {
  const password = initialPassword();
  return { password, passwordHash: await hashPassword(password) };
}
