import { ListView } from '@/components/ListView';
import { startRaising } from '@/features/topics/raise-entry';
import { TopicRow } from '@/features/topics/TopicRow';
import { listMyTopics } from '@/features/topics/topic.api';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';

/** My topics of one kind, newest first. */
export function MyTopics({ as }: { as: 'raiser' | 'cosigner' }) {
  const list = usePagedList((after) => listMyTopics(as, after), [as]);
  useShownAgain(() => void list.reload());
  const now = Date.now();
  return (
    <ListView
      list={list}
      keyOf={(topic) => topic.id}
      renderItem={(topic) => (
        <TopicRow topic={topic} now={now} onTap={() => void openPage(TOPIC_PAGES.detail, { id: topic.id })} />
      )}
      empty={
        as === 'raiser'
          ? {
              title: '您还没有提过议题',
              hint: '身边有什么事想商量，可以提出来',
              action: { label: '我要提议题', onPress: startRaising },
            }
          : {
              title: '您还没有附议过议题',
              hint: '看到和您有关的议题，可以附议',
              action: { label: '去看看议题', onPress: () => void openPage(TOPIC_PAGES.list) },
            }
      }
    />
  );
}
