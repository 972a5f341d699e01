import { type LiveState, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import './index.scss';

/** So many of the last ones are shown. */
const SHOWN = 3;

/** What the chair told everyone, the latest first. */
export function LiveNotices({ notices, now }: { notices: LiveState['notices']; now: number }) {
  if (notices.length === 0) return null;
  const latest = [...notices].reverse().slice(0, SHOWN);
  return (
    <View className="live-notices" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
      {latest.map(({ at, text }) => (
        <View key={`${at} ${text}`} className="live-notices__line">
          <Icon name="bell" />
          <Text className="live-notices__text">{text}</Text>
          <Text className="live-notices__at care-hide">{sayMoment(at, now)}</Text>
        </View>
      ))}
    </View>
  );
}
