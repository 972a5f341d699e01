import type { Me, SignedIn, SignIn } from '@consult/shared';
import { uuid } from '../utils/uuid';
import { request } from './api';
import { currentSession, endSession, startSession, updateMe } from './session';

/**
 * Signs somebody in and keeps the session on this device.
 * @throws ApiError
 */
export async function signIn(body: SignIn): Promise<Me> {
  const { token, me } = await request<SignedIn>('POST', '/identity/sign-in', { body, idempotencyKey: uuid() });
  startSession(token, me);
  return me;
}

/** Forgets the session on this device. */
export function signOut(): void {
  endSession();
}

/** Asks again who we are, since roles may have been granted or taken meanwhile; does nothing for a visitor. */
export async function refreshMe(): Promise<void> {
  if (currentSession().token === null) return;
  updateMe(await request<Me>('GET', '/me'));
}
