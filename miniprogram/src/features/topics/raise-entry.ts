import { type Grant, holds, rolesIn } from '@consult/shared';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { WORK_PAGES } from '@/features/work/work.pages';
import { openPage } from '@/services/navigation';
import { currentSession, useSession } from '@/services/session';
import { TOPIC_PAGES } from './topic.pages';

interface RaiseEntry {
  label: string;
  hint: string;
  page: string;
}

function entryFor(grants: readonly Grant[]): RaiseEntry | null {
  const held = (permission: 'topic.raise' | 'topic.record') =>
    grants.some(({ region }) => holds(permission, rolesIn(grants, region)));
  if (held('topic.raise') || grants.length === 0) {
    return { label: '我要提议题', hint: '一分钟就能提', page: TOPIC_PAGES.raise };
  }
  if (!held('topic.record')) return null;
  return { label: '代录议题', hint: '替没有手机的人写', page: WORK_PAGES.record };
}

/** How this person brings a topic in: everyone by raising one, a convener by 代录, an administrator not at all. */
export function useRaiseEntry(): RaiseEntry | null {
  return entryFor(useSession().grants);
}

/** Opens that way in, after asking a visitor who they are. */
export async function startRaising(): Promise<void> {
  if (!(await requireSignIn())) return;
  const entry = entryFor(currentSession().grants);
  if (entry) await openPage(entry.page);
}
