import type { OpinionGroup } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { cx } from '@/utils/cx';
import { pictureProps } from '../picture';
import { layOutMap, type MapLayout, type Place } from './map-layout';
import './index.scss';

interface Props {
  groups: readonly OpinionGroup[];
  me: Place | null;
}

/** 意见图谱: each group a circle as large as it has people; of single people only me. */
export function MapPicture({ groups, me }: Props) {
  const { circles, me: mine } = layOutMap(groups, me);
  return (
    <View className="map-picture" {...pictureProps(sayMap(groups, me))}>
      {circles.map(({ name, size, x, y, radius }, at) => (
        <View
          key={name}
          className={cx(
            'map-picture__group',
            `map-picture__group--${at + 1}`,
            mine?.circle?.name === name && besideMe(mine),
          )}
          style={{
            left: `${x - radius}%`,
            top: `${y - radius}%`,
            width: `${radius * 2}%`,
            height: `${radius * 2}%`,
          }}
        >
          <Text className="map-picture__name">{name}</Text>
          <Text className="map-picture__size">{size} 人</Text>
        </View>
      ))}
      {mine && (
        <View className="map-picture__me" style={{ left: `${mine.x}%`, top: `${mine.y}%` }}>
          <View className="map-picture__dot" />
          <Text className={`map-picture__here map-picture__here--${mine.x > 60 ? 'left' : 'right'}`}>我在这里</Text>
        </View>
      )}
    </View>
  );
}

/** The name makes way for my mark. */
const besideMe = ({ y, circle }: NonNullable<MapLayout['me']>): string =>
  y > (circle?.y ?? 0) ? 'map-picture__group--above' : 'map-picture__group--below';

/** The picture in words. */
function sayMap(groups: readonly OpinionGroup[], me: Place | null): string {
  const sizes = groups.map(({ name, size }) => `${name}组 ${size} 人`).join('，');
  const mine = me === null ? '' : me.group === null ? '您还没有归到哪一组。' : `您在${me.group}组。`;
  return `意见图谱，共 ${groups.length} 组：${sizes}。${mine}`;
}
