import { MINUTES_LIMITS, type SpeechPoint, speechGroups, unwrittenSpeeches } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Fragment, useState } from 'react';
import { Button } from '@/components/Button';
import { useItemKeys } from '@/hooks/useItemKeys';
import { PointFields, UnwrittenPoint } from './PointFields';

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

/** Who said what, one block each, under the items at which they did; who only had the floor is one line until somebody writes. */
export function PointsField(props: Props) {
  const { name, itemName, programme, value, onChange, errors } = props;
  const { keys, replace, add, drop, move } = useItemKeys(value, onChange, (point) => point.speaker + point.text);
  /** By key: those that somebody writes here stay open, also where all is deleted again. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const open = (index: number) => setOpened((before) => new Set(before).add(keys[index] ?? ''));
  const titles = new Map(speechGroups(value, programme).map((group) => [group.speeches[0]?.index, group.title]));
  const item = value[value.length - 1]?.item;
  return (
    <View>
      {value.map((point, index) => {
        const key = keys[index] ?? '';
        const problems = {
          speaker: errors[`${name}.${index}.speaker`],
          text: errors[`${name}.${index}.text`],
        };
        const isFolded = unwrittenSpeeches([point]) > 0 && !opened.has(key) && problems.text === undefined;
        return (
          <Fragment key={key}>
            {titles.get(index) && <Text className="minutes-editor__item">{titles.get(index)}</Text>}
            {isFolded ? (
              <UnwrittenPoint itemName={itemName} point={point} onWrite={() => open(index)} />
            ) : (
              <PointFields
                {...props}
                point={point}
                index={index}
                count={value.length}
                problems={problems}
                onPoint={(changed) => {
                  open(index);
                  replace(index, changed);
                }}
                onMove={(by) => move(index, by)}
                onDrop={() => drop(index)}
              />
            )}
          </Fragment>
        );
      })}
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
