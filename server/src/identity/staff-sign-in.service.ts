import {
  PASSWORD_LIMITS,
  passwordProblem,
  type SignedIn,
  type StaffSetup,
  type StaffSignInAnswer,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { Database } from '../database/database.js';
import { TOTP_FIELD } from '../database/sealed-fields.js';
import { otpauthUri, stepOfCode } from './authenticator.js';
import { IdentityService } from './identity.service.js';
import { SignIns } from './sign-ins.service.js';
import type { StaffPasswordDto, StaffSetupDto, StaffSignInDto } from './staff.dto.js';
import { StaffAccountEntity } from './staff-account.entity.js';
import { StaffAttempts, wrongPassword } from './staff-attempts.js';
import { hashPassword, isPassword, pretendToCompare } from './staff-passwords.js';
import { StaffTickets } from './staff-tickets.js';

/** Staff at a desktop: a password and a one-time code. */
@Injectable()
export class StaffSignInService {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityService,
    private readonly signIns: SignIns,
    private readonly attempts: StaffAttempts,
    private readonly tickets: StaffTickets,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws AUTH.WRONG_PASSWORD, AUTH.LOCKED, AUTH.CODE_REQUIRED */
  async signIn(ctx: RequestContext, { username, password, code, device }: StaffSignInDto): Promise<StaffSignInAnswer> {
    const account = await ctx.db.findOneBy(StaffAccountEntity, { username, disabledAt: IsNull() });
    if (account === null) {
      await pretendToCompare(password);
      throw wrongPassword();
    }
    const { personId, passwordHash, setUpAt } = account;
    await this.attempts.begin(personId, ctx.now);
    if (!(await isPassword(passwordHash, password))) throw wrongPassword();
    if (setUpAt === null) {
      await this.database.write((db) => db.update(StaffAccountEntity, { personId, passwordHash }, UNLOCKED));
      return { signedIn: null, setup: await this.setupOf(account, ctx.now) };
    }
    if (code === undefined) throw new CodedError('AUTH.CODE_REQUIRED');
    const step = stepOfCode(this.secretOf(account), code, ctx.now);
    if (step === null) throw wrongPassword();
    const signedIn = await this.database.write(async (db) => {
      const unused = { personId, passwordHash, totpStep: LessThan(step), disabledAt: IsNull() };
      const { affected } = await db.update(StaffAccountEntity, unused, { ...UNLOCKED, totpStep: step });
      return affected === 1 ? this.identity.signedIn({ ...ctx, db }, personId, 'staff', device) : null;
    });
    if (signedIn === null) throw wrongPassword();
    return { signedIn, setup: null };
  }

  /** @throws AUTH.SETUP_EXPIRED, AUTH.WRONG_PASSWORD for a wrong code, and what a weak or old password is refused with */
  async setUp(ctx: RequestContext, { ticket, password, code, device }: StaffSetupDto): Promise<SignedIn> {
    const { personId, isOf } = await this.tickets.personOf(ticket, ctx.now);
    const account = await ctx.db.findOneBy(StaffAccountEntity, { personId, setUpAt: IsNull(), disabledAt: IsNull() });
    if (account === null || !isOf(account)) throw new CodedError('AUTH.SETUP_EXPIRED');
    const step = stepOfCode(this.secretOf(account), code, ctx.now);
    if (step === null) throw wrongPassword();
    const changed = await changedPassword(account, password);
    return this.database.write(async (db) => {
      const { affected } = await db.update(
        StaffAccountEntity,
        { personId, passwordHash: account.passwordHash, setUpAt: IsNull() },
        { ...changed, ...UNLOCKED, totpStep: step, setUpAt: ctx.now },
      );
      if (affected === 0) throw new CodedError('AUTH.SETUP_EXPIRED');
      return this.identity.signedIn({ ...ctx, db }, personId, 'staff', device);
    });
  }

  /** Ends every other sign-in. @throws AUTH.WRONG_PASSWORD, AUTH.LOCKED, ITEM.NOT_FOUND for who has no account */
  async changePassword(ctx: RequestContext, { current, password }: StaffPasswordDto): Promise<void> {
    const { id: personId, signIn } = actorOf(ctx);
    const account = await ctx.db.findOneBy(StaffAccountEntity, { personId, disabledAt: IsNull() });
    if (account === null) throw notFound();
    await this.attempts.begin(personId, ctx.now);
    if (!(await isPassword(account.passwordHash, current))) throw wrongPassword();
    const changed = await changedPassword(account, password);
    await this.database.write(async (db) => {
      const { passwordHash } = account;
      const { affected } = await db.update(StaffAccountEntity, { personId, passwordHash }, { ...changed, ...UNLOCKED });
      if (affected === 0) throw wrongPassword();
      await this.signIns.end(db, ctx.now, { personId, except: signIn.id });
    });
  }

  private async setupOf(account: StaffAccountEntity, now: number): Promise<StaffSetup> {
    const secret = this.secretOf(account);
    return { ticket: await this.tickets.issue(account, now), otpauth: otpauthUri(secret, account.username), secret };
  }

  private secretOf({ totpSecret, personId }: StaffAccountEntity): string {
    return this.cipher.open(totpSecret, placeIn(TOTP_FIELD, personId));
  }
}

const UNLOCKED = { failures: 0, lockedUntil: null } as const;

/** @throws REQUEST.INVALID for a weak password, STAFF.OLD_PASSWORD */
async function changedPassword(
  { username, passwordHash, oldHashes }: StaffAccountEntity,
  password: string,
): Promise<Pick<StaffAccountEntity, 'passwordHash' | 'oldHashes'>> {
  const message = passwordProblem(password, username);
  if (message !== null) throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'password', message }] });
  const used = [passwordHash, ...oldHashes].slice(0, PASSWORD_LIMITS.remembered);
  for (const old of used) {
    if (await isPassword(old, password))
      throw new CodedError('STAFF.OLD_PASSWORD', { count: PASSWORD_LIMITS.remembered });
  }
  return { passwordHash: await hashPassword(password), oldHashes: used.slice(0, PASSWORD_LIMITS.remembered - 1) };
}
