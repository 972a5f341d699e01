import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

type Props = PropsWithChildren<{
  title: string;
  /** A word on the right that leads on, such as 全部. */
  more?: { label: string; onTap(): void };
}>;

/** A part of a page under its heading. */
export function Section({ title, more, children }: Props) {
  return (
    <View className="section">
      <View className="section__head">
        <Text
          className="section__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
        >
          {title}
        </Text>
        {more && (
          <Tappable role="link" className="section__more" label={`${title}：${more.label}`} onTap={more.onTap}>
            <Text>{more.label}</Text>
            <Icon name="forward" scale={0.8} />
          </Tappable>
        )}
      </View>
      {children}
    </View>
  );
}
