import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { ErrorBlock } from '@/components/StateBlock';
import { refusal, useLive } from '@/features/live/useLive';
import { EACH_SECOND, useServerNow } from '@/features/live/useServerNow';
import { getSession } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';
import { useAwake } from '@/hooks/useAwake';
import { useSession } from '@/services/session';
import { Wall } from './Wall';
import './index.scss';

/** A session that is on, for a projector: read from the back of the room, nothing to press; `?id=`. */
export default function WallPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const { picture } = useLive(id);
  const { state, refused, clockAhead } = picture;
  const { data: session, error, reload } = useAsync(() => getSession(id), [id, me?.id]);
  const now = useServerNow(clockAhead, EACH_SECOND);
  const title = session?.title ?? '会场大屏';
  useAwake();
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);

  const failed = refused === null ? error : refusal(refused);
  return (
    <View className="wall theme-standard" {...(process.env.TARO_ENV === 'h5' ? { role: 'main' } : {})}>
      {session && state ? (
        <Wall session={session} picture={picture} state={state} now={now} />
      ) : failed ? (
        <ErrorBlock error={failed} onRetry={reload} />
      ) : (
        <Text className="wall__waiting">正在打开…</Text>
      )}
    </View>
  );
}
