import type { Me } from '@consult/shared';
import { openPage, SETTLE_PAGE } from '@/services/navigation';
import { currentSession } from '@/services/session';

/** Whether somebody has agreed to what is in force and has a place here. */
export const isSettled = (me: Me | null): boolean =>
  me !== null && me.consentsDue.length === 0 && (me.grants.length > 0 || me.homeTownship !== null);

let waiting: ((settled: boolean) => void) | null = null;

/**
 * Asks somebody who is signed in for what they still owe before they write: consent, and their home.
 * @returns false when they would not
 */
export async function requireSettled(): Promise<boolean> {
  if (isSettled(currentSession().me)) return true;
  settleAccount();
  return new Promise((resolve) => {
    waiting = resolve;
    void openPage(SETTLE_PAGE);
  });
}

/** Lets the action that asked go on or be dropped; called by the page once it is gone. */
export function settleAccount(): void {
  waiting?.(isSettled(currentSession().me));
  waiting = null;
}
