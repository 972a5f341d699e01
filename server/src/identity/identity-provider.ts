import type { IncomingHttpHeaders } from 'node:http';

/** A way to prove who one is. */
export interface IdentityProvider {
  /** The `provider` of a sign-in. */
  readonly name: 'demo' | 'wechat';
  /** Whether somebody who was never seen is let in as a new person. */
  readonly opensAccounts: boolean;
  /**
   * May ask somebody outside, so it is called without a transaction.
   * @returns the provider's own name for the person
   * @throws CodedError when the credential is not good
   */
  verify(credential: string, headers: IncomingHttpHeaders): Promise<string>;
}

/** Injection token of all providers that are on. */
export const IDENTITY_PROVIDERS = Symbol('identity providers');
