import type { RequestContext } from '../common/context/request-context.js';

/** A way to prove who one is. WeChat and staff sign-in implement this beside the demo. */
export interface IdentityProvider {
  /** The `provider` of a sign-in. */
  readonly name: string;
  /** @returns the provider's own name for the person. @throws CodedError when the credential is not good */
  verify(ctx: RequestContext, credential: string): Promise<string>;
}

/** Injection token of all providers that are on. */
export const IDENTITY_PROVIDERS = Symbol('identity providers');
