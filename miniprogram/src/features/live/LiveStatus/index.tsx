import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import type { LivePicture } from '@/services/live/follower';
import './index.scss';

/** How many are there, and whether what is shown is of this moment. */
export function LiveStatus({ picture }: { picture: LivePicture }) {
  const { link, presence, state } = picture;
  return (
    <View className="live-status" {...(process.env.TARO_ENV === 'h5' ? { 'data-seq': state?.seq } : {})}>
      <View className="live-status__people">
        <Icon name="people" scale={0.9} />
        <Text>
          现场 {presence.room} 人 · 线上 {presence.home} 人
        </Text>
        {state !== null && state.expected > 0 && (
          <Text className="care-hide">
            签到 {state.present}/{state.expected}
          </Text>
        )}
      </View>
      <View {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
        {link === 'broken' && (
          <View className="live-status__link">
            <Icon name="refresh" scale={0.9} />
            <Text>正在重新连接…</Text>
          </View>
        )}
        {link === 'polled' && (
          <View className="live-status__link">
            <Icon name="clock" scale={0.9} />
            <Text>网络受限，每几秒更新一次</Text>
          </View>
        )}
      </View>
    </View>
  );
}
