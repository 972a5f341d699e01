import { type SpeechPoint, unwrittenSpeeches } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRef } from 'react';
import { Button } from '@/components/Button';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';

interface Props {
  points: readonly SpeechPoint[];
  /** With what is left. */
  onLeaveOut(points: SpeechPoint[]): void;
}

/** Says that people had the floor of whom nobody has written yet what they said; all of them can be left out at once. */
export function UnwrittenSpeeches({ points, onLeaveOut }: Props) {
  const { ask, sheet } = useConfirmSheet();
  // Others write while it is asked: what they add meanwhile stays.
  const latest = useRef(points);
  latest.current = points;
  const count = unwrittenSpeeches(points);
  if (count === 0) return null;
  const leaveOut = () =>
    ask({
      title: `去掉 ${count} 条发言`,
      text: '只去掉还没写“说了什么”的，写好的不动。',
      confirmLabel: '去掉',
      onConfirm: async () => {
        onLeaveOut(latest.current.filter((point) => unwrittenSpeeches([point]) === 0));
        return {};
      },
    });
  return (
    <View className="minutes-editor__unwritten">
      <Text className="minutes-editor__say">{`会上发过言的人已经按议程列出，还有 ${count} 条没写。点“写发言”补上一两句，不用记的可以去掉。`}</Text>
      <Button kind="text" text={`去掉没写的 ${count} 条`} onPress={leaveOut} />
      {sheet}
    </View>
  );
}
