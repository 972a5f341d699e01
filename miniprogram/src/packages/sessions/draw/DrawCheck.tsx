import { PARTICIPANT_CATEGORY_LABELS, type SessionDraw } from '@consult/shared';
import { drawCommand, draw as drawFrom, isSeedOf } from '@consult/shared/draw';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { copyText } from '@/services/clipboard';
import { cx } from '@/utils/cx';
import { SeedHash } from './SeedHash';

/** Works a draw out once more on this device; who knows computers gets all that is needed to do it elsewhere. */
export function DrawCheck({ draw, seed }: { draw: SessionDraw; seed: string }) {
  const [checked, setChecked] = useState<boolean | null>(null);
  const [byHand, setByHand] = useState(false);
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
      <Button
        reads
        block
        kind="text"
        text={byHand ? '收起' : '懂电脑的，可以自己重算'}
        onPress={() => setByHand(!byHand)}
      />
      {byHand && <ByHand draw={draw} seed={seed} />}
    </View>
  );
}

/** What somebody needs who trusts no page: the seed, and a command that draws in any terminal. */
function ByHand({ draw, seed }: { draw: SessionDraw; seed: string }) {
  return (
    <>
      <SeedHash hash={draw.seedHash} />
      <View className="draw__part">
        <Text className="draw__label">种子（抽取时公布）</Text>
        <Text className="draw__code" selectable>
          {seed}
        </Text>
      </View>
      <Text className="draw__part">把下面的命令复制到电脑的终端里，排在最前面的号码就是抽中的。</Text>
      {draw.quotas.map(({ category, count }) => {
        const tickets = draw.pool.filter((one) => one.category === category).map(({ ticket }) => ticket);
        if (tickets.length === 0) return null;
        const command = drawCommand(seed, tickets);
        const label = `${PARTICIPANT_CATEGORY_LABELS[category]}，取前 ${count} 名`;
        return (
          <View key={category} className="draw__part">
            <Text className="draw__label">{label}</Text>
            <Text className="draw__code" selectable>
              {command}
            </Text>
            <Button kind="text" text="复制" label={`复制核对${label}的命令`} onPress={() => copyText(command)} />
          </View>
        );
      })}
    </>
  );
}
