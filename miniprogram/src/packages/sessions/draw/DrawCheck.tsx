import { PARTICIPANT_CATEGORY_LABELS, type SessionDraw } from '@consult/shared';
import { drawCommand, draw as drawFrom, isSeedOf } from '@consult/shared/draw';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { cx } from '@/utils/cx';

/** Works a draw out once more on this device, and gives the command that does so in a terminal. */
export function DrawCheck({ draw, seed }: { draw: SessionDraw; seed: string }) {
  const [checked, setChecked] = useState<boolean | null>(null);
  const check = () => {
    const tickets = drawFrom(seed, draw.pool, draw.quotas).flatMap((category) => category.tickets);
    setChecked(isSeedOf(seed, draw.seedHash) && tickets.join() === draw.drawn.join());
  };
  return (
    <View className="draw__check">
      <Button block kind="secondary" icon="check" text="我来核对" onPress={check} />
      {checked !== null && (
        <Text className={cx('draw__verdict', !checked && 'draw__verdict--wrong')}>
          {checked
            ? '已在您的设备上重算：种子与事先公布的指纹一致，抽中的号码也一致。'
            : '重算结果与公布的不一致，请向县政协反映。'}
        </Text>
      )}
      <Text className="draw__label">也可以在电脑的终端里核对，排在最前面的号码就是抽中的：</Text>
      {draw.quotas.map(({ category, count }) => {
        const tickets = draw.pool.filter((one) => one.category === category).map(({ ticket }) => ticket);
        if (tickets.length === 0) return null;
        const command = drawCommand(seed, tickets);
        const label = `${PARTICIPANT_CATEGORY_LABELS[category]}，取前 ${count} 名`;
        return (
          <View key={category} className="draw__command">
            <Text className="draw__label">{label}</Text>
            <Text className="draw__code" selectable>
              {command}
            </Text>
            <Button
              kind="text"
              text="复制"
              label={`复制核对${label}的命令`}
              onPress={() => Taro.setClipboardData({ data: command })}
            />
          </View>
        );
      })}
    </View>
  );
}
