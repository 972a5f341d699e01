import { type LiveState, programmeRows, type SessionDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { PlaceCode } from '@/features/links/PlaceCode';
import { LIVE_PAGES } from '@/features/live/live.pages';
import type { LivePicture } from '@/services/live/follower';
import { WallNow } from './WallNow';
import { WallPoll } from './WallPoll';

interface Props {
  session: SessionDetail;
  picture: LivePicture;
  state: LiveState;
  /** By the server's clock, ms since 1970. */
  now: number;
}

/** What is on, the show of hands, and the way in for a phone. */
export function Wall({ session, picture, state, now }: Props) {
  const rows = useMemo(() => programmeRows(session.programme), [session.programme]);
  const { presence, link } = picture;
  const notice = state.open ? state.notices.at(-1) : undefined;
  // Once it is closed, its result stays until something else begins.
  const poll = state.poll ?? (state.speaker === null ? state.polls.at(-1) : undefined);
  return (
    <>
      <View className="wall__head" {...(process.env.TARO_ENV === 'h5' ? { 'data-seq': state.seq } : {})}>
        <Text
          className="wall__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '1' } : {})}
        >
          {session.title}
        </Text>
        <Text className="wall__people">
          {link === 'broken' ? '正在重新连接…' : `现场 ${presence.room} 人 · 线上 ${presence.home} 人`}
        </Text>
      </View>
      <View className="wall__body">
        <WallNow state={state} rows={rows} now={now} />
        <View className="wall__side">
          {poll && <WallPoll poll={poll} />}
          <View className="wall__join">
            <PlaceCode
              path={LIVE_PAGES.room}
              query={{ id: session.id }}
              className={poll ? 'wall__code wall__code--small' : 'wall__code'}
              label="进入会场的二维码"
            />
            <Text className="wall__scan">{'扫码进会场\n发言、表态、写要点'}</Text>
          </View>
        </View>
      </View>
      {notice && <Text className="wall__notice">{notice.text}</Text>}
    </>
  );
}
