import { LIVE_LIMITS, lengthOf } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { TextArea } from '@/components/TextArea';
import { useDraft } from '@/services/drafts';
import { say } from '@/services/say';
import { useDeed } from '../useDeed';
import type { Live } from '../useLive';

/** Writes a point down; what is begun stays on the device. */
export function PointForm({ live }: { live: Live }) {
  const draft = useDraft(`live-point:${live.sessionId}`, { text: '' });
  const { act, error } = useDeed(live);
  const [missing, setMissing] = useState(false);
  const text = draft.value.text.trim();

  const send = async () => {
    setMissing(text === '');
    if (text === '' || lengthOf(text) > LIVE_LIMITS.pointMax) return;
    if (!(await act('points', { text }))) return;
    draft.clear();
    say('已交给记录人');
  };

  return (
    <View className="points-card__form">
      <TextArea
        label="写一条要点"
        hint="一两句话说清楚，供记录人采入纪要"
        max={LIVE_LIMITS.pointMax}
        value={draft.value.text}
        error={missing && text === '' ? '请先写下来' : error?.fields.text}
        onChange={(words) => draft.update({ text: words })}
      />
      <ErrorNotice error={error} />
      <Button kind="secondary" text="提交要点" onPress={send} />
    </View>
  );
}
