import {
  type Me,
  type RecordedTopic,
  type RegionTree,
  TOPIC_LIMITS,
  TOPIC_SOURCE_LABELS,
  TOPIC_SOURCES,
  type TopicSource,
} from '@consult/shared';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { Page } from '@/components/Page';
import { StateBlock } from '@/components/StateBlock';
import { TextField } from '@/components/TextField';
import { TopicEditor } from '@/features/topics/TopicEditor';
import { townshipsFor } from '@/features/topics/TopicForm/raising-places';
import { EMPTY_TOPIC, type TopicFormValue, topicInputOf } from '@/features/topics/TopicForm/topic-form';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { recordTopic } from '@/features/work/work.api';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { replacePage } from '@/services/navigation';

interface RecordForm extends TopicFormValue {
  onBehalfOf: string;
  onBehalfPhone: string;
  source: TopicSource;
}

const EMPTY: RecordForm = { ...EMPTY_TOPIC, onBehalfOf: '', onBehalfPhone: '', source: 'resident' };
const PHONE_LABEL = '本人或家人的电话';
const SOURCES = TOPIC_SOURCES.map((value) => ({ value, label: TOPIC_SOURCE_LABELS[value] }));

/** The form of a topic with whose it is and where it comes from. */
export function RecordTopic({ me, tree }: { me: Me; tree: readonly RegionTree[] }) {
  const townships = townshipsFor('topic.record', me.grants, tree);
  const draft = useDraft<RecordForm>('record', EMPTY);
  const recording = useSubmission(recordTopic);

  if (townships.length === 0) {
    return (
      <Page title="代录议题">
        <StateBlock kind="forbidden" title="召集人可以代录议题" />
      </Page>
    );
  }

  // What was kept on the device by an older version has no number.
  const { onBehalfOf, onBehalfPhone = '', source, ...form } = draft.value;
  const send = async () => {
    const phone = onBehalfPhone.trim();
    const whom = { onBehalfOf: onBehalfOf.trim(), ...(phone !== '' && { onBehalfPhone: phone }) };
    const body: RecordedTopic = { ...topicInputOf(form), ...whom, source };
    const created = await recording.submit(body);
    if (!created) return;
    draft.clear();
    await replacePage(TOPIC_PAGES.detail, { id: created.id });
  };
  return (
    <TopicEditor
      title="代录议题"
      draft={draft}
      townships={townships}
      cosigning={false}
      submitLabel="代为提交"
      phoneInstead={`请填在上面的“${PHONE_LABEL}”里`}
      error={recording.error}
      before={
        <Card>
          <TextField
            label="替谁提的"
            required
            placeholder="姓名，如：李大爷"
            max={TOPIC_LIMITS.onBehalfOfMax}
            value={onBehalfOf}
            error={recording.error?.fields.onBehalfOf}
            onChange={(name) => draft.update({ onBehalfOf: name })}
          />
          <TextField
            label={PHONE_LABEL}
            hint="只有召集人写明事由后能看"
            type="tel"
            value={onBehalfPhone}
            error={recording.error?.fields.onBehalfPhone}
            onChange={(phone) => draft.update({ onBehalfPhone: phone })}
          />
          <ChoiceField
            label="议题来源"
            required
            choices={SOURCES}
            value={[source]}
            error={recording.error?.fields.source}
            onChange={([chosen]) => chosen && draft.update({ source: chosen })}
          />
        </Card>
      }
      onSubmit={send}
    />
  );
}
