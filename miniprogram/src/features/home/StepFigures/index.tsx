import { type HomeView, TOPIC_STEP_LABELS, TOPIC_STEPS, type TopicStep } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { filterTopics } from '@/features/topics/topic-filter';
import { openPage } from '@/services/navigation';
import './index.scss';

function openStep(step: TopicStep): void {
  filterTopics({ step, category: null });
  void openPage(TOPIC_PAGES.list);
}

/** How many topics stand at each of the four steps; each leads to those topics. */
export function StepFigures({ steps }: { steps: HomeView['steps'] }) {
  return (
    <View className="step-figures">
      {TOPIC_STEPS.map((step, index) => (
        <View key={step} className="step-figures__part">
          {index > 0 && <Icon name="forward" scale={0.7} className="step-figures__arrow" />}
          <Tappable
            role="link"
            className="step-figures__step"
            label={`${TOPIC_STEP_LABELS[step]}中的议题 ${steps[step]} 件`}
            onTap={() => openStep(step)}
          >
            <Text className="step-figures__count">{steps[step]}</Text>
            <Text>{TOPIC_STEP_LABELS[step]}</Text>
          </Tappable>
        </View>
      ))}
    </View>
  );
}
