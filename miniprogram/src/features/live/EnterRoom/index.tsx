import type { SessionSummary } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { openPage } from '@/services/navigation';
import { LIVE_PAGES } from '../live.pages';
import './index.scss';

interface Props {
  session: Pick<SessionSummary, 'id' | 'title' | 'state'>;
  /** Says which one, where several are listed. */
  named?: boolean;
}

/** The way into a session that is on; nothing for any other. */
export function EnterRoom({ session, named = false }: Props) {
  if (session.state !== 'in_progress') return null;
  return (
    <Card className="enter-room">
      <View className="enter-room__head">
        <Icon name="comment" />
        <Text className="enter-room__words">{named ? `正在开会：${session.title}` : '正在开会，可以进会场'}</Text>
      </View>
      <Button
        block
        icon="forward"
        text="进入会场"
        label={named ? `进入会场：${session.title}` : '进入会场'}
        onPress={() => openPage(LIVE_PAGES.room, { id: session.id })}
      />
    </Card>
  );
}
