import { type MapPoint, TOPIC_LIMITS, truncate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { TextField } from '@/components/TextField';
import { tellRefusal } from '@/services/wechat-refusal';
import './index.scss';

interface Props {
  place: string;
  location: MapPoint | null;
  error?: string | undefined;
  onChange(change: { place?: string; location?: MapPoint | null }): void;
}

/** Where exactly: in words and, in WeChat, as a point that the person chooses on the map. */
export function PlaceField({ place, location, error, onChange }: Props) {
  const choose = async () => {
    try {
      const { name, address, latitude, longitude } = await Taro.chooseLocation({});
      const words = truncate(name || address, TOPIC_LIMITS.placeMax);
      onChange({
        ...(words && { place: words }),
        location: { latitude: Number(latitude), longitude: Number(longitude) },
      });
    } catch (failure) {
      tellRefusal(failure);
    }
  };
  return (
    <>
      <TextField
        label="具体地点"
        placeholder="如：3 号楼东侧路口"
        max={TOPIC_LIMITS.placeMax}
        value={place}
        error={error}
        onChange={(words) => onChange({ place: words })}
      />
      {process.env.TARO_ENV === 'weapp' && (
        <View className="place-field">
          <Button kind="text" icon="place" text={location ? '重新选点' : '在地图上选'} onPress={choose} />
          {location && <Text className="place-field__chosen">已在地图上选好</Text>}
          {location && <Button kind="text" text="去掉选点" onPress={() => onChange({ location: null })} />}
        </View>
      )}
    </>
  );
}
