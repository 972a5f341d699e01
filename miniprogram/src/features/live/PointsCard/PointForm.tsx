import { LIVE_LIMITS, lengthOf } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/services/drafts';
import { say } from '@/services/say';
import { useDeed } from '../useDeed';
import type { Live } from '../useLive';

const WHAT = [
  { value: 'point', label: '发言要点' },
  { value: 'task', label: '建议办的事' },
] as const;

/** Writes a point, or something that should be done, down; what is begun stays on the device. */
export function PointForm({ live }: { live: Live }) {
  const draft = useDraft(`live-point:${live.sessionId}`, { text: '', isTask: false });
  const { act, error } = useDeed(live);
  const [missing, setMissing] = useState(false);
  const text = draft.value.text.trim();
  const { isTask = false } = draft.value;

  const send = async () => {
    setMissing(text === '');
    if (text === '' || lengthOf(text) > LIVE_LIMITS.pointMax) return;
    if (!(await act('points', { text, isTask }))) return;
    draft.clear();
    say('已交给记录人');
  };

  return (
    <View className="points-card__form">
      <ChoiceField
        label="写什么"
        required
        choices={WHAT}
        value={[isTask ? 'task' : 'point']}
        onChange={([what]) => draft.update({ isTask: what === 'task' })}
      />
      <TextArea
        label={isTask ? '办什么事' : '写一条要点'}
        required
        hint={
          isTask ? '谁来办、什么时候办完可以一起写上，记录人采入后列入承办事项' : '一两句话说清楚，供记录人采入纪要'
        }
        max={LIVE_LIMITS.pointMax}
        value={draft.value.text}
        error={missing && text === '' ? '请先写下来' : error?.fields.text}
        onChange={(words) => draft.update({ text: words })}
      />
      <ErrorNotice error={error} />
      <Button kind="secondary" text={isTask ? '提交建议' : '提交要点'} onPress={send} />
    </View>
  );
}
