import { useDidShow } from '@tarojs/taro';
import { refreshUnread, useUnread } from '@/services/unread';

/** How many messages are unread, asked again each time the page is shown. */
export function useUnreadCount(): number {
  useDidShow(() => void refreshUnread());
  return useUnread();
}
