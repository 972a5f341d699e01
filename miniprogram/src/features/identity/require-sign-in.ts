import { requireSettled } from '@/features/account/require-settled';
import { isTimelineView } from '@/services/launch';
import { openPage, SIGN_IN_PAGE } from '@/services/navigation';
import { currentSession } from '@/services/session';
import { signInSilently } from '@/services/silent-sign-in';

let waiting: ((signedIn: boolean) => void) | null = null;

/**
 * Where an action needs to know who it is: has somebody sign in and, when they are new, agree to the documents and
 * say where they live, and comes back to the action afterwards: `if (!(await requireSignIn())) return;`
 * @returns false when the person left without
 */
export const requireSignIn = async (): Promise<boolean> => (await askToSignIn()) && requireSettled();

async function askToSignIn(): Promise<boolean> {
  if (await signInSilently()) return true;
  settleSignIn();
  if (isTimelineView()) {
    await openPage(SIGN_IN_PAGE);
    return false;
  }
  return new Promise((resolve) => {
    waiting = resolve;
    void openPage(SIGN_IN_PAGE);
  });
}

/** Lets the action that asked go on or be dropped; called by the sign-in page once it is gone. */
export function settleSignIn(): void {
  waiting?.(currentSession().signedIn);
  waiting = null;
}
