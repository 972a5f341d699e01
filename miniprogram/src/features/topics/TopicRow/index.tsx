import { sayAgo, stateLabel, TOPIC_STEP_LABELS, type TopicSummary } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { ListRow } from '@/components/ListRow';
import { Tag } from '@/components/Tag';
import { progressOf, toneOf } from '../topic-tone';
import { StepMeter } from './StepMeter';
import './index.scss';

interface Props {
  topic: TopicSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
  /** What else this list says of it. */
  note?: string;
}

/** One topic in a list: what it is about, where it stands, how many stand behind it. */
export function TopicRow({ topic, now, onTap, selected = false, note }: Props) {
  const progress = progressOf(topic);
  const state = stateLabel('topic', topic.state);
  const step = TOPIC_STEP_LABELS[progress.step];
  const label = `${topic.title}，${topic.communityName}，${step}，${state}，${topic.cosigns} 人附议${note === undefined ? '' : `，${note}`}`;
  return (
    <ListRow label={label} selected={selected} onTap={onTap}>
      <View className="topic-row__head">
        <Text className="topic-row__title">{topic.title}</Text>
        <Tag text={state} tone={toneOf(topic)} />
      </View>
      <View className="topic-row__facts">
        <Text>{topic.communityName}</Text>
        <Text className="care-hide">{topic.category}</Text>
        <Text>{sayAgo(topic.createdAt, now)}</Text>
      </View>
      {note !== undefined && <Text className="topic-row__note">{note}</Text>}
      <View className="topic-row__foot">
        <StepMeter progress={progress} />
        <Text className="topic-row__step">{step}</Text>
        <View className="topic-row__cosigns">
          <Icon name="support" scale={0.8} />
          <Text>{topic.cosigns}</Text>
        </View>
      </View>
    </ListRow>
  );
}
