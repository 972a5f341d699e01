import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/Icon';
import { cx } from '@/utils/cx';

const EXAMPLES: readonly { good: boolean; text: string; why: string }[] = [
  { good: true, text: '小区里的车速不该超过每小时 10 公里', why: '短，一条只说一件事' },
  { good: true, text: '装电梯的钱，低层住户可以少出或者不出', why: '有人赞成，也有人反对' },
  { good: false, text: '停车难，还有垃圾和噪音都要管一管', why: '几件事混在一起，没法表态' },
  { good: false, text: '您觉得怎么停车好？', why: '是问题，不是看法' },
];

/** What makes a good statement, by examples. */
export function GoodStatements() {
  return (
    <View className="round-editor__examples">
      <Text className="round-editor__lead">好的看法：短，一条一件事，别人能赞成也能反对。</Text>
      {EXAMPLES.map(({ good, text, why }) => (
        <View key={text} className={cx('round-editor__example', !good && 'round-editor__example--bad')}>
          <Icon name={(good ? 'check' : 'close') satisfies IconName} scale={0.9} />
          <View className="round-editor__words">
            <Text>{text}</Text>
            <Text className="round-editor__why">{`${good ? '好' : '不好'}：${why}`}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
