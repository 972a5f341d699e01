import { TOPIC_STEPS, type TopicProgress } from '@consult/shared';
import { View } from '@tarojs/components';
import { cx } from '@/utils/cx';
import './index.scss';

/** The four-step bar without words, for a row of a list; the row says the step. */
export function StepMeter({ progress }: { progress: TopicProgress }) {
  const here = TOPIC_STEPS.indexOf(progress.step);
  return (
    <View className="step-meter" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
      {TOPIC_STEPS.map((step, index) => (
        <View
          key={step}
          className={cx(
            'step-meter__part',
            index < here && 'step-meter__part--done',
            index === here && `step-meter__part--${progress.status}`,
          )}
        />
      ))}
    </View>
  );
}
