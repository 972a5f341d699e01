import { Text, View } from '@tarojs/components';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  /** Short ones, as 计划 30 分钟; none of them is broken across lines. */
  parts: readonly string[];
  className?: string;
}

/** Small facts in a row with dots between them, on more lines where there is no room. */
export function Facts({ parts, className }: Props) {
  return (
    <View className={cx('facts', className)}>
      {parts.map((part, index) => (
        <Text key={part} className="facts__part">
          {index < parts.length - 1 ? `${part} ·` : part}
        </Text>
      ))}
    </View>
  );
}
