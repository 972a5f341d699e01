import type { IncomingHttpHeaders } from 'node:http';
import { SIGN_IN_WAY_LABELS, type SignedIn, type SignInWay } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Database, isDuplicate } from '../database/database.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PeopleService } from '../people/people.service.js';
import type { SignInDto } from './identity.dto.js';
import { IDENTITY_PROVIDERS, type IdentityProvider } from './identity-provider.js';
import { SignIns, type Tokens } from './sign-ins.service.js';

/** Signing in, by whatever way; every way ends in `signedIn`. */
@Injectable()
export class IdentityService {
  constructor(
    @Inject(IDENTITY_PROVIDERS) private readonly providers: readonly IdentityProvider[],
    private readonly database: Database,
    private readonly signIns: SignIns,
    private readonly people: PeopleRepository,
    private readonly peopleService: PeopleService,
  ) {}

  /** @throws AUTH.PROVIDER_OFF, AUTH.UNKNOWN_PERSON, and what the provider throws */
  async signIn(ctx: RequestContext, body: SignInDto, headers: IncomingHttpHeaders): Promise<SignedIn> {
    const provider = this.providers.find(({ name }) => name === body.provider);
    if (provider === undefined) throw new CodedError('AUTH.PROVIDER_OFF');
    const subject = await provider.verify(body.credential, headers);
    const enter = () =>
      this.database.write(async (db) => {
        const known = await this.people.personOf(db, provider.name, subject);
        if (known === null && !provider.opensAccounts) throw new CodedError('AUTH.UNKNOWN_PERSON');
        const personId = known ?? (await this.people.addFrom(db, ctx.now, provider.name, subject));
        return this.signedIn({ ...ctx, db }, personId, provider.name, body.device);
      });
    // The same new person on two devices at once: the second one finds what the first one added.
    return enter().catch((error: unknown) => {
      if (isDuplicate(error)) return enter();
      throw error;
    });
  }

  /** Opens a sign-in in the transaction of `ctx`. @throws AUTH.UNKNOWN_PERSON */
  async signedIn(ctx: RequestContext, personId: string, way: SignInWay, device?: string): Promise<SignedIn> {
    const named = device ?? SIGN_IN_WAY_LABELS[way];
    return this.answer(ctx, await this.signIns.open(ctx.db, ctx.now, { personId, way, device: named }));
  }

  /** @throws AUTH.EXPIRED */
  async refresh(ctx: RequestContext, refreshToken: string): Promise<SignedIn> {
    // A theft is dealt with by what the transaction writes, so the refusal comes after it.
    const answer = await this.database.write(async (db) => {
      const tokens = await this.signIns.refresh(db, ctx.now, refreshToken);
      return tokens && this.answer({ ...ctx, db }, tokens);
    });
    if (answer === null) throw new CodedError('AUTH.EXPIRED');
    return answer;
  }

  private async answer(ctx: RequestContext, { signInId, ...tokens }: Tokens): Promise<SignedIn> {
    const actor = await this.people.actor(ctx.db, signInId);
    if (actor === null) throw new CodedError('AUTH.UNKNOWN_PERSON');
    return { ...tokens, me: await this.peopleService.me({ ...ctx, actor }) };
  }
}
