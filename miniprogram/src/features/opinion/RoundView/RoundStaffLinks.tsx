import type { RoundDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { MODERATION_PAGES } from '@/features/moderation/moderation.pages';
import { watchedRegion } from '@/features/moderation/watched-region';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { OPINION_PAGES } from '../opinion.pages';

/** The pages of those who run a round. */
export function RoundStaffLinks({ round }: { round: RoundDetail }) {
  const { id, canEdit, state } = round;
  const { grants } = useSession();
  const watches = state === 'open' && watchedRegion(grants) !== null;
  return (
    <View className="round-view__links">
      {canEdit && <Button kind="text" icon="edit" text="修改" onPress={() => openPage(OPINION_PAGES.edit, { id })} />}
      {watches && (
        <Button kind="text" icon="search" text="审核大家说的" onPress={() => openPage(MODERATION_PAGES.queue)} />
      )}
    </View>
  );
}
