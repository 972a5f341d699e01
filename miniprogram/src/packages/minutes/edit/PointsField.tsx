import { MINUTES_LIMITS, type SpeechPoint, saySpeechLength, speechGroups } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Fragment } from 'react';
import { Button } from '@/components/Button';
import { ItemTools } from '@/components/ItemTools';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useItemKeys } from '@/hooks/useItemKeys';

interface Props {
  /** The field's name as the server names it. */
  name: string;
  /** What one of them is called: 发言, 回应. */
  itemName: string;
  speakerLabel: string;
  speakerHint: string;
  /** The titles with their numbers: what stands over the speeches of an item. */
  programme: readonly string[];
  value: readonly SpeechPoint[];
  onChange(value: SpeechPoint[]): void;
  /** By `points.0.text`. */
  errors: Readonly<Record<string, string | undefined>>;
}

/** Who said what, one block each, under the items at which they did. */
export function PointsField(props: Props) {
  const { name, itemName, speakerLabel, speakerHint, programme, value, onChange, errors } = props;
  const { keys, replace, add, drop, move } = useItemKeys(value, onChange, (point) => point.speaker + point.text);
  const titles = new Map(speechGroups(value, programme).map((group) => [group.speeches[0]?.index, group.title]));
  const item = value[value.length - 1]?.item;
  return (
    <View>
      {value.map((point, index) => (
        <Fragment key={keys[index]}>
          {titles.get(index) && <Text className="minutes-editor__item">{titles.get(index)}</Text>}
          <View className="minutes-editor__point">
            <View className="minutes-editor__head">
              <View className="minutes-editor__heads">
                <Text className="minutes-editor__name">
                  {itemName} {index + 1}
                </Text>
                <Text className="minutes-editor__length">{saySpeechLength(point) ?? ''}</Text>
              </View>
              <ItemTools
                name={`${itemName} ${index + 1}`}
                index={index}
                count={value.length}
                onMove={(by) => move(index, by)}
                onDrop={() => drop(index)}
              />
            </View>
            <TextField
              label={speakerLabel}
              required
              max={MINUTES_LIMITS.speakerMax}
              placeholder={speakerHint}
              value={point.speaker}
              error={errors[`${name}.${index}.speaker`]}
              onChange={(speaker) => replace(index, { ...point, speaker })}
            />
            <TextArea
              label="说了什么"
              required
              max={MINUTES_LIMITS.itemMax}
              value={point.text}
              error={errors[`${name}.${index}.text`]}
              onChange={(text) => replace(index, { ...point, text })}
            />
          </View>
        </Fragment>
      ))}
      {value.length < MINUTES_LIMITS.itemsMax && (
        <Button
          kind="secondary"
          icon="plus"
          text={`加一条${itemName}`}
          onPress={() => add({ speaker: '', text: '', ...(item !== undefined && { item }) })}
        />
      )}
    </View>
  );
}
