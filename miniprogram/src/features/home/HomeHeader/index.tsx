import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TownshipSheet } from '@/features/regions/TownshipSheet';
import { useTownship } from '@/services/township';
import './index.scss';

/** The platform's own name and the township that is shown, which can be changed here. */
export function HomeHeader({ brandName }: { brandName: string }) {
  const township = useTownship();
  const [choosing, setChoosing] = useState(false);
  return (
    <View className="home-header">
      <View className="home-header__names">
        <Text className="home-header__brand">{brandName}</Text>
        <Text className="home-header__motto">有事多商量，遇事多商量，做事多商量</Text>
      </View>
      <Tappable
        className="home-header__place"
        label={`现在看的是${township?.name ?? ''}，换一个乡镇`}
        onTap={() => setChoosing(true)}
      >
        <Icon name="place" scale={0.9} />
        <Text>{township?.name ?? '选择乡镇'}</Text>
        <Icon name="down" scale={0.7} />
      </Tappable>
      <TownshipSheet open={choosing} onClose={() => setChoosing(false)} />
    </View>
  );
}
