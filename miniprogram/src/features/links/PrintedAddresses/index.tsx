import { plainPath, type TopicOnPaper } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { webAddress } from '../place';
import './index.scss';

/** On paper only: short addresses to type in, under which everyone sees what became of the topics. */
export function PrintedAddresses({ topics }: { topics: readonly TopicOnPaper[] }) {
  const pages = topics.flatMap(({ id, title, code }) => (code === null ? [] : [{ id, title, code }]));
  if (process.env.TARO_ENV !== 'h5' || pages.length === 0) return null;
  return (
    <View className="paper-only printed-addresses">
      <Text className="printed-addresses__line">后来办得怎样，不用注册就能看，请打开网址：</Text>
      {pages.map(({ id, title, code }) => (
        <Text key={id} className="printed-addresses__line">
          {`${webAddress({ path: plainPath('topic', code) })}（${title}）`}
        </Text>
      ))}
    </View>
  );
}
