import { lengthOf } from '@consult/shared';
import { TextArea } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { OrderButtons } from '@/components/OrderButtons';
import { Tappable } from '@/components/Tappable';
import { useItemKeys } from '@/hooks/useItemKeys';
import { cx } from '@/utils/cx';
import '@/components/TextArea/index.scss';
import './index.scss';

type Props = FieldProps & {
  value: readonly string[];
  onChange(value: string[]): void;
  /** How many lines there may be. */
  max: number;
  /** Characters of one line. */
  itemMax: number;
  /** What one line is called: 共识, 建议. */
  itemName: string;
  placeholder?: string;
  /** The order counts and can be changed. */
  sortable?: boolean;
};

/** Several short texts, one below the other and numbered: what was agreed, suggestions. */
export function TextListField(props: Props) {
  const { value, onChange, max, itemMax, itemName, placeholder = '', sortable = false, ...field } = props;
  const { keys, replace, add, drop, move } = useItemKeys(value, onChange, (text) => text);
  const tooLong = value.some((text) => lengthOf(text) > itemMax) ? `每条最多 ${itemMax} 字` : null;
  return (
    <Field {...field} error={field.error ?? tooLong}>
      <View className="text-list">
        {value.map((text, index) => (
          <View key={keys[index]} className={cx('text-list__row', sortable && 'text-list__row--sortable')}>
            <Text className="text-list__number">{index + 1}</Text>
            <TextArea
              className={cx(
                'field__control text-area text-list__text',
                lengthOf(text) > itemMax && 'text-list__text--over',
              )}
              value={text}
              maxLength={-1}
              placeholder={placeholder}
              ariaLabel={`${field.label}第 ${index + 1} 条`}
              onChange={(words: string) => replace(index, words)}
            />
            <View className="text-list__tools">
              {sortable && (
                <OrderButtons
                  name={`第 ${index + 1} 条${itemName}`}
                  index={index}
                  count={value.length}
                  onMove={(by) => move(index, by)}
                />
              )}
              <Tappable
                className="text-list__drop"
                label={`删除第 ${index + 1} 条${itemName}`}
                onTap={() => drop(index)}
              >
                <Icon name="trash" />
              </Tappable>
            </View>
          </View>
        ))}
        {value.length < max && (
          <Button kind="secondary" icon="plus" text={`加一条${itemName}`} onPress={() => add('')} />
        )}
      </View>
    </Field>
  );
}

/** The lines that hold something, as they are sent. */
export const filledLines = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');
