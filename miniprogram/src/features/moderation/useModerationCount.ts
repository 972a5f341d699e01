import type { ModerationCount } from '@consult/shared';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { countModeration } from './moderation.api';
import { watchedRegion } from './watched-region';

/** What waits in the region that one watches over, asked again each time the page is shown; null where it is not known. */
export function useModerationCount(): ModerationCount | null {
  const { grants } = useSession();
  const region = watchedRegion(grants);
  const { data, reload } = useAsync(
    () => (region === null ? Promise.resolve(null) : countModeration(region)),
    [region],
  );
  useShownAgain(reload);
  return data;
}
