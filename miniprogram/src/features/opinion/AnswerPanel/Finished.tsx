import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { openPage } from '@/services/navigation';
import { OPINION_PAGES } from '../opinion.pages';
import { LastAnswer } from './LastAnswer';
import type { Answering } from './useAnswering';

/** Nothing is left to answer: thanks, and on to what everybody together thinks. */
export function Finished({ roundId: id, answering }: { roundId: string; answering: Answering }) {
  const { total } = answering.hand.progress;
  return (
    <View className="answer-panel">
      <View className="answer-panel__finished">
        <Icon name="check" scale={2.4} className="answer-panel__tick" />
        <Text className="answer-panel__thanks">{total === 0 ? '还没有可以表态的看法' : '都答完了，谢谢您！'}</Text>
        <Text className="answer-panel__next">
          {total === 0 ? '您可以先说一条。' : '有了新的看法，会再请您表态。截止前都可以改主意。'}
        </Text>
        <Button block icon="people" text="看大家怎么想" onPress={() => openPage(OPINION_PAGES.map, { id })} />
        <Button block kind="secondary" text="看看我的回答" onPress={() => openPage(OPINION_PAGES.mine, { id })} />
      </View>
      <LastAnswer answering={answering} />
    </View>
  );
}
