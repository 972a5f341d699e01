import { MINUTES_LIMITS, type MinutesDetail, type ObjectionView, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { useMoves } from '@/hooks/useMoves';
import { objectToMinutes } from '../minutes.api';
import { AnswerSheet } from './AnswerSheet';

interface Props {
  minutes: MinutesDetail;
  now: number;
  onChanged(): unknown;
}

/** What those who were there found wrong, and what was answered; shown to them and to staff. */
export function Objections({ minutes, now, onChanged }: Props) {
  const { objections, canObject, objectionEndsAt } = minutes;
  const [answering, setAnswering] = useState<ObjectionView | null>(null);
  const { ask, sheet } = useMoves(onChanged);
  if (objections.length === 0 && !canObject) return null;
  // Those who may send minutes back to drafting are those who answer.
  const mayAnswer = minutes.actions.includes('revise');

  const object = () =>
    ask({
      title: '提出异议',
      text: '写明哪一处与会议情况不符。记录人或召集人会答复。',
      keepAs: `objection:${minutes.id}`,
      confirmLabel: '提交',
      reason: { label: '异议内容', required: true, max: MINUTES_LIMITS.objectionMax },
      onConfirm: async (text, key) => ({ answer: await objectToMinutes(minutes.id, { text }, key) }),
    });

  return (
    <Section title="参会人异议">
      {objections.map((objection) => (
        <Card key={objection.id}>
          <Text className="minutes-view__name">
            {objection.name} {sayMoment(objection.createdAt, now)}
          </Text>
          <Text className="minutes-view__text">{objection.text}</Text>
          {objection.answer !== null && (
            <View className="minutes-view__answer">
              <Tag text={objection.upheld ? '已采纳' : '未采纳'} tone={objection.upheld ? 'success' : 'neutral'} />
              <Text className="minutes-view__text">{objection.answer}</Text>
            </View>
          )}
          {objection.answer === null && mayAnswer && (
            <View className="minutes-view__act">
              <Button kind="secondary" text="答复" onPress={() => setAnswering(objection)} />
            </View>
          )}
          {objection.answer === null && !mayAnswer && <Text className="minutes-view__hint">还没有答复</Text>}
        </Card>
      ))}
      {canObject && (
        <Card>
          <Text className="minutes-view__hint">
            您参加了这场协商。如果纪要与会议情况不符，
            {objectionEndsAt === null ? '可以提出异议。' : `请在 ${sayMoment(objectionEndsAt, now)} 前提出异议。`}
          </Text>
          <Button block kind="secondary" icon="comment" text="提出异议" onPress={object} />
        </Card>
      )}
      {answering && (
        <AnswerSheet
          minutesId={minutes.id}
          objection={answering}
          onDone={(changed) => {
            setAnswering(null);
            if (changed) void onChanged();
          }}
        />
      )}
      {sheet}
    </Section>
  );
}
