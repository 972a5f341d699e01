import { type Count, OPEN_LIGHTS, type OpenLight, type PlaceFigures, TASK_LIGHT_LABELS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import { LIGHT_MARKS } from '@/features/tasks/time/light-tag';
import './index.scss';

interface Props {
  places: readonly PlaceFigures[];
  onTap(place: PlaceFigures, light: OpenLight, count: Count): void;
}

/** The open promises of each place, one tile a place, in the order of their codes: nobody is ranked. */
export function LightTiles({ places, onTap }: Props) {
  return (
    <View className="light-tiles">
      {places.map((place) => (
        <View key={place.region} className="light-tiles__tile">
          <Text className="light-tiles__name">{place.name}</Text>
          <View className="light-tiles__lights">
            {OPEN_LIGHTS.map((light) => {
              const count = place.lights[light];
              const name = `light-tiles__light light-tiles__light--${light}${count.n === 0 ? ' light-tiles__light--none' : ''}`;
              const words = `${TASK_LIGHT_LABELS[light]} ${count.n}`;
              const content = (
                <>
                  <Text
                    className="light-tiles__sign"
                    {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}
                  >
                    {LIGHT_MARKS[light]}
                  </Text>
                  <Text>{words}</Text>
                </>
              );
              return count.rows === 0 ? (
                <View key={light} className={name}>
                  {content}
                </View>
              ) : (
                <Tappable
                  key={light}
                  role="link"
                  className={name}
                  label={`${place.name}，${words} 件`}
                  onTap={() => onTap(place, light, count)}
                >
                  {content}
                </Tappable>
              );
            })}
          </View>
        </View>
      ))}
    </View>
  );
}
