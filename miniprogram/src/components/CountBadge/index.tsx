import { Text } from '@tarojs/components';
import { unreadText } from '@/services/unread';
import './index.scss';

/** How much is new, on what leads there; nothing where nothing is. What it is on must say the number to a screen reader. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Text className="count-badge" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
      {unreadText(count)}
    </Text>
  );
}
