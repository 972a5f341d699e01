import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { startRaising, useRaiseEntry } from '@/features/topics/raise-entry';
import { TopicFilters } from '@/features/topics/TopicFilters';
import { TopicRow } from '@/features/topics/TopicRow';
import { listTopics } from '@/features/topics/topic.api';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useTopicFilter } from '@/features/topics/topic-filter';
import { HandledTopic } from '@/features/work/HandledTopic';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import type { Township } from '@/services/township';
import './index.scss';

/** The list of a township's public topics with the open one beside it. */
export function TownshipTopics({ township }: { township: Township }) {
  const { step, category } = useTopicFilter();
  const entry = useRaiseEntry();
  const split = useSplit(TOPIC_PAGES.detail);
  const list = usePagedList(
    (after) =>
      listTopics({
        region: township.code,
        ...(step && { step }),
        ...(category && { category }),
        ...(after && { after }),
      }),
    [township.code, step, category],
  );
  useShownAgain(() => void list.reload());

  const now = Date.now();
  const filtered = step !== null || category !== null;
  return (
    <SplitView
      hint="从左边选一件议题查看"
      onClose={split.close}
      detail={
        split.selectedId && (
          <HandledTopic key={split.selectedId} id={split.selectedId} onMoved={() => void list.reload()} />
        )
      }
      list={
        <View>
          {entry && (
            <View className="topics__raise">
              <Button block icon="plus" text={entry.label} onPress={startRaising} />
            </View>
          )}
          <TopicFilters />
          <ListView
            list={list}
            keyOf={(topic) => topic.id}
            renderItem={(topic) => (
              <TopicRow
                topic={topic}
                now={now}
                selected={topic.id === split.selectedId}
                onTap={() => split.open(topic.id)}
              />
            )}
            empty={
              filtered
                ? { title: '没有符合条件的议题', hint: '换个步骤或类别再看看' }
                : { title: `${township.name}还没有公开的议题` }
            }
          />
        </View>
      }
    />
  );
}
