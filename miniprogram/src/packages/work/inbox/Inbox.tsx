import { INBOX_GROUP_LABELS, inboxGroup, REVIEW_CONTENT, type TodoView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { MODERATION_PAGES } from '@/features/moderation/moderation.pages';
import { ITEM_VIEWS } from '@/features/work/itemViews';
import { TodoRow } from '@/features/work/TodoRow';
import { WorkLinks } from '@/features/work/WorkLinks';
import { listInbox } from '@/features/work/work.api';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useWideScreen } from '@/hooks/useWideScreen';
import { openPage } from '@/services/navigation';
import { cx } from '@/utils/cx';
import './index.scss';

/** Work by deadline, the most urgent first, with the opened item beside it where there is room. */
export function Inbox() {
  const wide = useWideScreen();
  const [opened, setOpened] = useState<TodoView | null>(null);
  const list = usePagedList(listInbox, []);
  useShownAgain(() => void list.reload());

  const now = Date.now();
  const startsGroup = new Set<string>();
  list.items.forEach((todo, index) => {
    const before = list.items[index - 1];
    if (!before || inboxGroup(before.dueAt, now) !== inboxGroup(todo.dueAt, now)) startsGroup.add(todo.id);
  });
  const open = (todo: TodoView) => {
    if (todo.does === REVIEW_CONTENT) void openPage(MODERATION_PAGES.queue);
    else if (wide) setOpened(todo);
    else void openPage(ITEM_VIEWS[todo.kind].page, { id: todo.itemId });
  };
  const waits = list.items.some(({ id }) => id === opened?.id);
  // After a move the same item may wait under a new id for what comes next.
  const isShown = ({ id, kind, itemId }: TodoView) =>
    waits ? id === opened?.id : kind === opened?.kind && itemId === opened.itemId;
  const Detail = opened && ITEM_VIEWS[opened.kind].View;
  return (
    <SplitView
      hint="从左边选一件来办"
      onClose={() => setOpened(null)}
      detail={
        opened &&
        Detail && (
          <Detail key={`${opened.kind}:${opened.itemId}`} id={opened.itemId} onMoved={() => void list.reload()} />
        )
      }
      list={
        <View>
          <WorkLinks />
          <ListView
            list={list}
            keyOf={({ id }) => id}
            renderItem={(todo) => (
              <>
                {startsGroup.has(todo.id) && <GroupHead dueAt={todo.dueAt} now={now} />}
                <TodoRow todo={todo} now={now} selected={isShown(todo)} onTap={() => open(todo)} />
              </>
            )}
            empty={{ title: '没有待办', hint: '要您办的事会按期限排在这里' }}
          />
        </View>
      }
    />
  );
}

/** Says how urgent the rows below it are. */
function GroupHead({ dueAt, now }: { dueAt: number; now: number }) {
  const group = inboxGroup(dueAt, now);
  return (
    <View className={cx('inbox__group', group === 'overdue' && 'inbox__group--overdue')}>
      <Text {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}>
        {INBOX_GROUP_LABELS[group]}
      </Text>
    </View>
  );
}
