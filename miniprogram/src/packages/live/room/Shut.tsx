import type { LiveState } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { openPage } from '@/services/navigation';

/** In place of what is on: the session has not begun, or is over. */
export function Shut({ state, sessionId }: { state: LiveState; sessionId: string }) {
  const over = state.closedAt !== null;
  return (
    <Card>
      <Text className="room__shut">{over ? '会议已经结束' : '会议还没有开始'}</Text>
      <Text className="room__hint">
        {over ? '纪要发布后，可以在会议页面看到。' : '开始以后，这里会自动显示进行到哪一项、谁在发言。'}
      </Text>
      <Button
        block
        kind="secondary"
        text="看会议安排"
        onPress={() => openPage(SESSION_PAGES.detail, { id: sessionId })}
      />
    </Card>
  );
}
