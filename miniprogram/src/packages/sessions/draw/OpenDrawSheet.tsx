import {
  DRAW_LIMITS,
  type DrawInput,
  type DrawQuota,
  lengthOf,
  PARTICIPANT_CATEGORIES,
  PARTICIPANT_CATEGORY_LABELS,
  type ParticipantCategory,
  REASON_LIMITS,
} from '@consult/shared';
import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { NumberField } from '@/components/NumberField';
import { TextArea } from '@/components/TextArea';
import { openDraw } from '@/features/sessions/Draws/draw.api';

interface Props {
  sessionId: string;
  /** There was a draw before, so that another one takes a reason. */
  again: boolean;
  /** How many the last one drew. */
  before: readonly DrawQuota[];
  onDone(changed: boolean): void;
}

const CHOICES = PARTICIPANT_CATEGORIES.map((value) => ({ value, label: PARTICIPANT_CATEGORY_LABELS[value] }));

/** Opens a pool: how many of each category are to be drawn. */
export function OpenDrawSheet({ sessionId, again, before, onDone }: Props) {
  const [quotas, setQuotas] = useState<DrawQuota[]>(
    before.length > 0 ? [...before] : [{ category: 'resident', count: 2 }],
  );
  const [reason, setReason] = useState('');
  const choose = (categories: ParticipantCategory[]) =>
    setQuotas(
      PARTICIPANT_CATEGORIES.filter((category) => categories.includes(category)).map(
        (category) => quotas.find((quota) => quota.category === category) ?? { category, count: 1 },
      ),
    );
  const problems: Record<string, string> = {};
  if (quotas.length === 0) problems.quotas = '请选择类别';
  if (again && lengthOf(reason.trim()) < REASON_LIMITS.min) problems.reason = '请写明为什么重新抽取';
  const body: DrawInput = { quotas, ...(again && { reason }) };
  return (
    <FormSheet
      title={again ? '重新抽取' : '公开征集愿意参加的人'}
      text={
        again
          ? '上一次的结果和重抽的理由都会保留、公开。已报名的人号码不变，还可以继续报名。'
          : '席位会先留出来。大家报名之后，由您在会前抽取。'
      }
      confirmLabel="开始报名"
      body={body}
      problems={problems}
      send={(input, key) => openDraw(sessionId, input, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField
            label="抽取哪些人"
            required
            multiple
            choices={CHOICES}
            value={quotas.map(({ category }) => category)}
            error={errors.quotas}
            onChange={choose}
          />
          {quotas.map(({ category, count }) => (
            <NumberField
              key={category}
              label={`${PARTICIPANT_CATEGORY_LABELS[category]}抽几人`}
              required
              unit="人"
              min={DRAW_LIMITS.countMin}
              max={DRAW_LIMITS.countMax}
              value={count}
              onChange={(number) =>
                setQuotas(
                  quotas.map((one) =>
                    one.category === category ? { category, count: number ?? DRAW_LIMITS.countMin } : one,
                  ),
                )
              }
            />
          ))}
          {again && (
            <TextArea
              label="为什么重新抽取"
              required
              max={REASON_LIMITS.max}
              value={reason}
              error={errors.reason}
              onChange={setReason}
            />
          )}
        </>
      )}
    </FormSheet>
  );
}
