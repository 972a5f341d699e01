import type { SignedIn } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PeopleService } from '../people/people.service.js';
import type { SignInDto } from './identity.dto.js';
import { IDENTITY_PROVIDERS, type IdentityProvider } from './identity-provider.js';
import { Sessions } from './sessions.service.js';

@Injectable()
export class IdentityService {
  constructor(
    @Inject(IDENTITY_PROVIDERS) private readonly providers: readonly IdentityProvider[],
    private readonly sessions: Sessions,
    private readonly people: PeopleRepository,
    private readonly peopleService: PeopleService,
  ) {}

  /** @throws AUTH.PROVIDER_OFF, AUTH.UNKNOWN_PERSON */
  async signIn(ctx: RequestContext, { provider: name, credential }: SignInDto): Promise<SignedIn> {
    const provider = this.providers.find((p) => p.name === name);
    if (provider === undefined) throw new CodedError('AUTH.PROVIDER_OFF');
    const personId = await this.people.personOf(ctx.db, name, await provider.verify(ctx, credential));
    const actor = personId === null ? null : await this.people.actor(ctx.db, personId);
    if (actor === null) throw new CodedError('AUTH.UNKNOWN_PERSON');
    return { ...(await this.sessions.open(actor.id)), me: await this.peopleService.me({ ...ctx, actor }) };
  }
}
