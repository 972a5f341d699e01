import type { Me } from '@consult/shared';
import { request } from './api';
import { refreshMe } from './identity';
import { currentSession, updateMe } from './session';
import { createStore } from './store';
import { sayRefusal } from './wechat-refusal';

type Resolve = (bound: boolean) => void;

/** What waits for a phone number to be bound. */
const waiting = createStore<readonly Resolve[]>([]);

/** Whether something waits for it; components/PhoneGate asks. */
export const usePhoneAsked = (): boolean => waiting.use().length > 0;

/** Asks for a phone number on the page that is seen. @returns false when the person would rather not */
export const requirePhone = (): Promise<boolean> => new Promise((resolve) => waiting.set([...waiting.get(), resolve]));

/** Lets all that wait go on, or drops them. */
export function answerPhone(bound: boolean): void {
  const all = waiting.get();
  waiting.set([]);
  for (const resolve of all) resolve(bound);
}

/**
 * Binds the number that WeChat's button gave a code for (POST /me/phone).
 * @throws ApiError
 */
export async function bindPhone(code: string, idempotencyKey: string): Promise<true> {
  updateMe(await request<Me>('POST', '/me/phone', { body: { code }, idempotencyKey }));
  return true;
}

/** Asks the server again whether a number is bound, as it may have been elsewhere. @throws ApiError */
export async function isPhoneBound(): Promise<boolean> {
  await refreshMe();
  return currentSession().me?.phoneDue === false;
}

const DENIED = /deny|denied|cancel/i;

/** What to tell somebody whom WeChat's button gave no code. @param detail of its event */
export function sayNoNumber(detail: { errno?: number; errMsg?: string }): string {
  if (DENIED.test(detail.errMsg ?? '')) return '您没有允许使用手机号。这次先不提交，其他功能照常能用。';
  return sayRefusal(detail) ?? '没有取得手机号，请再试一次';
}
