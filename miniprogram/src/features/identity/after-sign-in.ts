import { goHome } from '@/features/regions/current-township';
import { goBack } from '@/services/navigation';
import { currentSession } from '@/services/session';

/** Shows somebody who has just signed in their own township, and goes back to what they wanted to do. */
export async function goOnSignedIn(): Promise<void> {
  const { me } = currentSession();
  // The pages are there without it; it is looked for again when they open.
  if (me) await goHome(me).catch(() => undefined);
  await goBack();
}
