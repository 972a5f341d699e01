import { type MapPoint, truncate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import type { FieldProps } from '@/components/Field';
import { TextField } from '@/components/TextField';
import { tellRefusal } from '@/services/wechat-refusal';
import './index.scss';

type Props = FieldProps & {
  place: string;
  /** The point that belongs to these words. */
  location: MapPoint | null;
  /** Characters of the words. */
  max: number;
  placeholder?: string;
  onChange(change: { place?: string; location?: MapPoint | null }): void;
};

/** Where exactly: in words and, in WeChat, as a point that the person chooses on the map. */
export function PlaceField({ place, location, max, onChange, ...field }: Props) {
  const choose = async () => {
    try {
      const { name, address, latitude, longitude } = await Taro.chooseLocation({});
      const words = truncate(name || address, max);
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
        {...field}
        max={max}
        value={place}
        // A point without words would say where nobody can read it.
        onChange={(words) => onChange({ place: words, ...(words.trim() === '' && { location: null }) })}
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
