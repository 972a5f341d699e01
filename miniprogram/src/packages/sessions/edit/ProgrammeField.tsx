import { lengthOf, PROGRAMME_LIMITS, type ProgrammeItem, plannedMinutes, programmeRows } from '@consult/shared';
import { Input, TextArea } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import { uuid } from '@/utils/uuid';
import '@/components/TextArea/index.scss';
import '@/components/TextListField/index.scss';
import './programme-field.scss';

type Props = FieldProps & {
  value: readonly ProgrammeItem[];
  onChange(value: ProgrammeItem[]): void;
  /** How long the session is to take; null while its times are not chosen. */
  minutes: number | null;
};

/** The programme: items and their parts, each with its title and, if known, its length. */
export function ProgrammeField({ value, onChange, minutes, ...field }: Props) {
  const change = (id: string, by: (item: ProgrammeItem) => ProgrammeItem | null) => onChange(changeItem(value, id, by));
  const planned = plannedMinutes(value);
  return (
    <Field {...field}>
      <View className="text-list">
        {programmeRows(value).map(({ item, number, level }) => (
          <View key={item.id} className={cx('programme-field__item', level === 2 && 'programme-field__item--part')}>
            <View className="text-list__row">
              <Text className="text-list__number programme-field__number">{number}</Text>
              <TextArea
                className={cx(
                  'field__control text-area text-list__text',
                  lengthOf(item.title) > PROGRAMME_LIMITS.titleMax && 'text-list__text--over',
                )}
                value={item.title}
                maxLength={-1}
                placeholder=""
                ariaLabel={`${field.label}${number}`}
                onChange={(title: string) => change(item.id, (old) => ({ ...old, title }))}
              />
              <Tappable
                className="text-list__drop"
                label={`删除议程${number}${item.title}`}
                onTap={() => change(item.id, () => null)}
              >
                <Icon name="trash" />
              </Tappable>
            </View>
            <View className="programme-field__foot">
              <Input
                className="field__control text-field programme-field__minutes"
                type="number"
                align="center"
                placeholder="不限"
                value={item.minutes === null ? '' : String(item.minutes)}
                ariaLabel={`议程${number}预计分钟`}
                onChange={(text: string) => change(item.id, (old) => ({ ...old, minutes: minutesOf(text) }))}
              />
              <Text>分钟</Text>
              {level === 1 && item.items.length < PROGRAMME_LIMITS.partsMax && (
                <Button
                  kind="text"
                  text="加小项"
                  label={`在${number}${item.title}下加小项`}
                  onPress={() => change(item.id, (old) => ({ ...old, items: [...old.items, emptyItem()] }))}
                />
              )}
            </View>
          </View>
        ))}
        {value.length < PROGRAMME_LIMITS.itemsMax && (
          <Button kind="secondary" icon="plus" text="加一项议程" onPress={() => onChange([...value, emptyItem()])} />
        )}
        {planned > 0 && (
          <Text
            className={cx(
              'programme-field__sum',
              minutes !== null && planned > minutes && 'programme-field__sum--over',
            )}
          >
            {sumText(planned, minutes)}
          </Text>
        )}
      </View>
    </Field>
  );
}

const emptyItem = (): ProgrammeItem => ({ id: uuid(), title: '', minutes: null, items: [] });

function minutesOf(text: string): number | null {
  const minutes = Number(text.replace(/\D/g, ''));
  return minutes < PROGRAMME_LIMITS.minutesMin ? null : Math.min(minutes, PROGRAMME_LIMITS.minutesMax);
}

function sumText(planned: number, minutes: number | null): string {
  if (minutes === null) return `议程合计 ${planned} 分钟`;
  const beyond = planned - minutes;
  const text = `议程合计 ${planned} 分钟，会议安排 ${minutes} 分钟`;
  return beyond > 0 ? `${text}，超出 ${beyond} 分钟，请缩短议程或延后结束时间` : text;
}

/** The programme with one item changed, or left out where `by` answers null. */
function changeItem(
  items: readonly ProgrammeItem[],
  id: string,
  by: (item: ProgrammeItem) => ProgrammeItem | null,
): ProgrammeItem[] {
  return items.flatMap((item) => {
    if (item.id !== id) return [{ ...item, items: changeItem(item.items, id, by) }];
    const changed = by(item);
    return changed === null ? [] : [changed];
  });
}
