import { isDoorOpen, isRollOpen, LIST_STATES, type SessionDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import type { IconName } from '@/components/Icon';
import { openPage } from '@/services/navigation';
import { SESSION_PAGES } from '../session.pages';

interface StaffLink {
  icon: IconName;
  text: string;
  page: string;
}

/** The pages of those who run a session; none for everyone else. */
export function staffLinks(session: SessionDetail, now: number): StaffLink[] {
  const { canEdit, canTakeRoll, state } = session;
  const runs = canEdit || canTakeRoll || session.actions.length > 0;
  const listing = runs && (LIST_STATES.includes(state) || isRollOpen(session, now));
  return [
    ...(canEdit ? [{ icon: 'edit' as const, text: '修改安排', page: SESSION_PAGES.edit }] : []),
    ...(listing ? [{ icon: 'people' as const, text: '名单与点名', page: SESSION_PAGES.roll }] : []),
    ...(canTakeRoll && isDoorOpen(session, now)
      ? [{ icon: 'code' as const, text: '签到码', page: SESSION_PAGES.door }]
      : []),
  ];
}

/** The ways to those pages. */
export function StaffLinks({ id, links }: { id: string; links: readonly StaffLink[] }) {
  if (links.length === 0) return null;
  return (
    <View className="session-view__links">
      {links.map(({ icon, text, page }) => (
        <Button key={page} kind="text" icon={icon} text={text} onPress={() => openPage(page, { id })} />
      ))}
    </View>
  );
}
