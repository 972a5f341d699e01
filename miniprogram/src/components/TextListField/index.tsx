import { lengthOf } from '@consult/shared';
import { TextArea } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
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
};

/** Several short texts, one below the other and numbered: what was agreed, suggestions. */
export function TextListField({ value, onChange, max, itemMax, itemName, placeholder = '', ...field }: Props) {
  const replace = (index: number, text: string) => onChange(value.map((old, i) => (i === index ? text : old)));
  const tooLong = value.some((text) => lengthOf(text) > itemMax) ? `每条最多 ${itemMax} 字` : null;
  return (
    <Field {...field} error={field.error ?? tooLong}>
      <View className="text-list">
        {value.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number only
          <View key={index} className="text-list__row">
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
            <Tappable
              className="text-list__drop"
              label={`删除第 ${index + 1} 条${itemName}`}
              onTap={() => onChange(value.filter((_, i) => i !== index))}
            >
              <Icon name="trash" />
            </Tappable>
          </View>
        ))}
        {value.length < max && (
          <Button kind="secondary" icon="plus" text={`加一条${itemName}`} onPress={() => onChange([...value, ''])} />
        )}
      </View>
    </Field>
  );
}

/** The lines that hold something, as they are sent. */
export const filledLines = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');
