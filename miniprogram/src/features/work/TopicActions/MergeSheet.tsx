import {
  actionLabel,
  lengthOf,
  likenessText,
  REASON_LIMITS,
  type SimilarTopic,
  stateLabel,
  TOPIC_LIMITS,
  type TopicDetail,
  topicMachine,
  truncate,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { SearchField } from '@/components/SearchField';
import { ErrorBlock } from '@/components/StateBlock';
import { Tappable } from '@/components/Tappable';
import { TextArea } from '@/components/TextArea';
import { listSimilarTopics } from '@/features/topics/topic.api';
import { useAsync } from '@/hooks/useAsync';
import { useSheetForm } from '@/hooks/useSheetForm';
import { cx } from '@/utils/cx';
import { mergeTopic } from '../work.api';

const LABEL = actionLabel(topicMachine, 'merge');
/** Fewer characters find nothing. */
const SEARCH_MIN = 2;

interface Props {
  topic: TopicDetail;
  /** Chosen already. */
  target: SimilarTopic | null;
  onDone(changed: boolean): void;
}

/** 并案: into which of the topics that read alike. */
export function MergeSheet({ topic, target, onDone }: Props) {
  const [words, setWords] = useState('');
  const form = useSheetForm(
    { into: target, reason: '' },
    { into: '请选择并入哪一件' },
    `topic-merge:${topic.id}${target === null ? '' : `:${target.id}`}`,
  );
  const { into, reason } = form.value;
  const title = truncate(lengthOf(words) >= SEARCH_MIN ? words : topic.title, TOPIC_LIMITS.titleMax);
  const found = useAsync(
    () => listSimilarTopics({ township: topic.township, title, except: topic.id }),
    [topic.id, title],
  );

  // What was chosen stays in sight, whatever is searched for then.
  const offered = found.data?.filter(({ id }) => id !== into?.id) ?? [];
  const choices = into === null ? offered : [found.data?.find(({ id }) => id === into.id) ?? into, ...offered];

  return (
    <FormSheet
      title={LABEL}
      text="选一件相近的议题并进去。两边提出和附议的人都保留，以后可以撤销并案。"
      confirmLabel={LABEL}
      body={{ into: into?.id ?? '', ...(reason.trim() !== '' && { reason: reason.trim() }) }}
      problems={form.problems}
      send={async (body, key) => {
        await mergeTopic(topic.id, body, key);
        form.clear();
      }}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <SearchField placeholder="换几个字再找" onSearch={setWords} />
          {found.error && <ErrorBlock error={found.error} onRetry={found.reload} />}
          {!found.data && !found.error && <Skeleton rows={2} />}
          {found.data?.length === 0 && <Text>没有找到相近的议题，换几个字再找。</Text>}
          <Field label="并入哪一件" required error={errors.into}>
            <View
              className="topic-choices"
              {...(process.env.TARO_ENV === 'h5' ? { role: 'radiogroup', 'aria-label': '并入哪一件' } : {})}
            >
              {choices.map((similar) => (
                <TargetRow
                  key={similar.id}
                  topic={similar}
                  chosen={similar.id === into?.id}
                  onTap={() => form.field('into', errors).onChange(similar)}
                />
              ))}
            </View>
          </Field>
          <TextArea
            label="理由"
            hint="会在公开的办理进程里显示"
            max={REASON_LIMITS.max}
            {...form.field('reason', errors)}
          />
        </>
      )}
    </FormSheet>
  );
}

function TargetRow({ topic, chosen, onTap }: { topic: SimilarTopic; chosen: boolean; onTap(): void }) {
  const why = likenessText(topic);
  const facts = `${topic.communityName} · ${stateLabel('topic', topic.state)} · ${topic.cosigns} 人附议`;
  return (
    <Tappable
      role="radio"
      checked={chosen}
      className={cx('topic-choice', chosen && 'topic-choice--chosen')}
      label={`${topic.title}，${facts}，${why}`}
      onTap={onTap}
    >
      <View className="topic-choice__words">
        <Text className="topic-choice__title">{topic.title}</Text>
        <Text className="topic-choice__facts">{facts}</Text>
        <Text className="topic-choice__facts">{why}</Text>
      </View>
      {chosen && <Icon name="check" />}
    </Tappable>
  );
}
