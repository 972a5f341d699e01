import { STEP_STATE_LABELS, stepStates, TOPIC_STEP_LABELS, TOPIC_STEPS, type TopicProgress } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { cx } from '@/utils/cx';
import './index.scss';

/** The resident's four-step bar (征集 · 审定 · 协商 · 落实). */
export function FourSteps({ progress }: { progress: TopicProgress }) {
  const states = stepStates(progress);
  const spoken = TOPIC_STEPS.map(
    (step, i) => `${TOPIC_STEP_LABELS[step]}${STEP_STATE_LABELS[states[i] ?? 'waiting']}`,
  ).join('，');
  return (
    <View
      className="four-steps"
      {...(process.env.TARO_ENV === 'h5'
        ? { role: 'img', 'aria-label': spoken }
        : { ariaRole: 'img', ariaLabel: spoken })}
    >
      {TOPIC_STEPS.map((step, index) => {
        const state = states[index] ?? 'waiting';
        return (
          <View key={step} className={cx('four-steps__step', `four-steps__step--${state}`)}>
            <View className="four-steps__dot">
              {state === 'done' && <Icon name="check" scale={0.8} />}
              {state === 'stopped' && <Icon name="close" scale={0.8} />}
              {(state === 'current' || state === 'waiting') && <Text>{index + 1}</Text>}
            </View>
            <Text className="four-steps__label">{TOPIC_STEP_LABELS[step]}</Text>
          </View>
        );
      })}
    </View>
  );
}
