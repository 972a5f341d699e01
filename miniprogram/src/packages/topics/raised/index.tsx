import { capacityLabel, sayDate, type TopicDetail, topicMachine } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { FourSteps } from '@/components/FourSteps';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { getTopic } from '@/features/topics/topic.api';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { progressOf } from '@/features/topics/topic-tone';
import { useAsync } from '@/hooks/useAsync';
import { replacePage, TABS } from '@/services/navigation';
import './index.scss';

/** 召集人 11月28日前审核议题: what comes next, by whom and when. */
function nextOf({ state, dueAt }: TopicDetail, now: number): string | null {
  const { awaits } = topicMachine.states[state];
  if (!awaits) return null;
  const by = dueAt === null ? '会' : ` ${sayDate(dueAt, now)}前`;
  return `${capacityLabel(awaits.by)}${by}${awaits.does}`;
}

/** After a topic was submitted: what happens next, and by when. */
export default function RaisedPage() {
  const { id = '' } = useRouter().params;
  const { data: topic, error, reload } = useAsync(() => getTopic(id), [id]);
  const next = topic && nextOf(topic, Date.now());
  return (
    <Page
      title="已提交"
      footer={
        <>
          <Button block kind="secondary" text="回首页" onPress={() => replacePage(TABS[0].path)} />
          <Button block text="查看这件议题" onPress={() => replacePage(TOPIC_PAGES.detail, { id })} />
        </>
      }
    >
      {!topic && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={2} />)}
      {topic && (
        <Card>
          <View className="raised__head">
            <Icon name="check" scale={2} />
            <Text className="raised__title">议题已提交</Text>
          </View>
          <Text className="raised__topic">{topic.title}</Text>
          <FourSteps progress={progressOf(topic)} />
          <View className="raised__next">
            <Text className="raised__label">接下来</Text>
            {next && <Text>{next}。</Text>}
            <Text>受理后大家就能看到、能附议；要补充或不受理，都会写明原因。</Text>
            <Text>办到哪一步，随时在“我的议题”里看。</Text>
          </View>
        </Card>
      )}
    </Page>
  );
}
