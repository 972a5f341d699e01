import { FEEDBACK_KIND_LABELS, type FeedbackView, feedbackMachine, sayDeadline, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Tag } from '@/components/Tag';
import './index.scss';

/** One 投诉建议: what was written, until when it is answered, and the answer. */
export function FeedbackCard({ feedback, children }: PropsWithChildren<{ feedback: FeedbackView }>) {
  const { kind, state, text, answer, createdAt, dueAt, personName, contact, townshipName } = feedback;
  const now = Date.now();
  const late = dueAt !== null && dueAt < now;
  return (
    <Card>
      <View className="feedback-card__tags">
        <Tag text={FEEDBACK_KIND_LABELS[kind]} />
        <Tag text={feedbackMachine.states[state].label} tone={state === 'answered' ? 'success' : 'warn'} />
        {late && <Tag text="已超期" tone="danger" />}
      </View>
      <Text className="feedback-card__text">{text}</Text>
      <KeyValue
        rows={[
          { label: '提交人', value: personName },
          { label: '联系方式', value: contact },
          { label: '提交给', value: townshipName },
          { label: '提交时间', value: sayMoment(createdAt, now) },
          { label: '答复期限', value: dueAt !== null && sayDeadline(dueAt, now) },
          { label: '答复', value: answer },
        ]}
      />
      {children}
    </Card>
  );
}
