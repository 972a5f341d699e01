import { Text, View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props<V extends string> {
  tabs: readonly { value: V; label: string }[];
  value: V;
  onChange(value: V): void;
}

/** Which of a few lists is shown. */
export function Tabs<V extends string>({ tabs, value, onChange }: Props<V>) {
  return (
    <View className="tabs" {...(process.env.TARO_ENV === 'h5' ? { role: 'tablist' } : {})}>
      {tabs.map((tab) => (
        <Tappable
          key={tab.value}
          role="tab"
          className={cx('tabs__tab', tab.value === value && 'tabs__tab--shown')}
          selected={tab.value === value}
          label={tab.label}
          onTap={() => onChange(tab.value)}
        >
          <Text>{tab.label}</Text>
        </Tappable>
      ))}
    </View>
  );
}
