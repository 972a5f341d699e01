import { actionLabel, type TopicDetail, type TopicInput, topicMachine } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { TopicEditor } from '@/features/topics/TopicEditor';
import { formOfTopic, topicInputOf } from '@/features/topics/TopicForm/topic-form';
import { editTopic, getTopic, submitTopic } from '@/features/topics/topic.api';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useAsync } from '@/hooks/useAsync';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { replacePage } from '@/services/navigation';

/** A draft or a returned topic, changed and submitted again. */
export function MendTopic({ id }: { id: string }) {
  const { data, error, reload } = useAsync(() => getTopic(id), [id]);
  if (data) return <MendForm topic={data} />;
  return <Page title="修改议题">{error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />}</Page>;
}

function MendForm({ topic }: { topic: TopicDetail }) {
  const { id, township, lastReason } = topic;
  const draft = useDraft(`mend:${id}`, formOfTopic(topic));
  const edit = useSubmission((input: TopicInput, key) => editTopic(id, input, key));
  const submission = useSubmission((topicId: string, key) => submitTopic(topicId, key));

  const send = async () => {
    if (!(await edit.submit(topicInputOf(draft.value)))) return;
    if (!(await submission.submit(id))) return;
    draft.clear();
    await replacePage(TOPIC_PAGES.raised, { id });
  };
  return (
    <TopicEditor
      title="修改议题"
      draft={draft}
      townships={[township]}
      cosigning={false}
      submitLabel={`改好了，${actionLabel(topicMachine, 'submit')}`}
      error={edit.error ?? submission.error}
      before={
        lastReason && (
          <Card>
            <Text>召集人请您补充：{lastReason}</Text>
          </Card>
        )
      }
      onSubmit={send}
    />
  );
}
