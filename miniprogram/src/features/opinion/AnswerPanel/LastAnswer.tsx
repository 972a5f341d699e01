import { OPINION_VOTE_LABELS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import type { Answering } from './useAnswering';

/** What was answered last, with the way to answer it anew. */
export function LastAnswer({ answering: { hand, takeBack } }: { answering: Answering }) {
  if (!hand.last) return null;
  return (
    <View className="answer-panel__last">
      <Text>上一条：{OPINION_VOTE_LABELS[hand.last.vote]}</Text>
      <Button kind="text" icon="back" text="点错了，重答" onPress={takeBack} />
    </View>
  );
}
