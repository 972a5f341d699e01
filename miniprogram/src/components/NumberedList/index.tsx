import { Text, View } from '@tarojs/components';
import './index.scss';

/** Texts in their order, each with its number. */
export function NumberedList({ items }: { items: readonly string[] }) {
  return (
    <View {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
      {items.map((item, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a text is known by its number only
          key={index}
          className="numbered-list__item"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}
        >
          <Text className="numbered-list__ordinal">{index + 1}</Text>
          <Text className="numbered-list__text">{item}</Text>
        </View>
      ))}
    </View>
  );
}
