import { isItemTarget, type MessageView, messagePage } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { MessageRow } from '@/features/messages/MessageRow';
import { listMessages, readAllMessages, readMessage } from '@/features/messages/message.api';
import { ITEM_VIEWS } from '@/features/work/itemViews';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSubmission } from '@/hooks/useSubmission';
import { useUnreadCount } from '@/hooks/useUnreadCount';
import { useWideScreen } from '@/hooks/useWideScreen';
import { openPage, WORKBENCH } from '@/services/navigation';
import { noteUnread } from '@/services/unread';
import { uuid } from '@/utils/uuid';
import './index.scss';

/** Messages, newest first, with the opened item beside them where there is room. */
export function MessageList() {
  const wide = useWideScreen();
  const unread = useUnreadCount();
  const [opened, setOpened] = useState<MessageView | null>(null);
  const list = usePagedList(listMessages, []);
  const readAll = useSubmission((_: null, key) => readAllMessages(key));
  useShownAgain(() => void list.reload());
  usePullDownRefresh(async () => {
    await list.reload();
    Taro.stopPullDownRefresh();
  });

  const showRead = (isRead: (message: MessageView) => boolean) =>
    list.change((rows) =>
      rows.map((row) => (row.readAt === null && isRead(row) ? { ...row, readAt: Date.now() } : row)),
    );
  const open = (message: MessageView) => {
    const { id, item, readAt } = message;
    if (readAt === null) {
      showRead((row) => row.id === id);
      // One that could not be marked is new again when the list is read next.
      readMessage(id, uuid()).then(noteUnread, () => undefined);
    }
    if (item === null) void openPage(WORKBENCH.path);
    else if (!isItemTarget(item)) void openPage(`/${messagePage(item)}`);
    else if (wide) setOpened(message);
    else void openPage(ITEM_VIEWS[item.kind].page, { id: item.id });
  };
  const markAll = async () => {
    const count = await readAll.submit(null);
    if (count === null) return;
    showRead(() => true);
    noteUnread(count);
  };

  const item = opened?.item && isItemTarget(opened.item) ? opened.item : null;
  const Detail = item && ITEM_VIEWS[item.kind].View;
  return (
    <SplitView
      hint="从左边选一条消息查看"
      onClose={() => setOpened(null)}
      detail={item && Detail && <Detail key={`${item.kind}:${item.id}`} id={item.id} />}
      list={
        <View>
          {unread > 0 && (
            <View className="messages__head">
              <Text className="messages__unread">{unread} 条未读</Text>
              <Button kind="text" text="全部标为已读" onPress={markAll} />
            </View>
          )}
          {readAll.error && <ErrorNotice error={readAll.error} onRetry={() => void markAll()} />}
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(message) => (
              <MessageRow
                message={message}
                now={Date.now()}
                selected={message.id === opened?.id}
                onTap={() => open(message)}
              />
            )}
            empty={{ title: '还没有消息', hint: '您的议题有了进展、有事要您办，都会在这里告诉您' }}
          />
        </View>
      }
    />
  );
}
