import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TownshipSheet } from '@/features/regions/TownshipSheet';
import { useTownship } from '@/services/township';
import './index.scss';

/** The township that is shown, which can be changed here; the page's title is the platform's own name. */
export function HomeHeader() {
  const township = useTownship();
  const [choosing, setChoosing] = useState(false);
  return (
    <View className="home-header">
      <Text className="home-header__motto care-hide">众人的事情，由众人商量</Text>
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
