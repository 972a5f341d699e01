import { Input } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

type Props = FieldProps & {
  /** A whole number; null when nothing is filled in. */
  value: number | null;
  onChange(value: number | null): void;
  min?: number;
  max?: number;
  step?: number;
  /** Said after the number: 人, 万元. */
  unit?: string;
};

const DIGITS_MAX = 9;

/** A whole number, typed or stepped. */
export function NumberField({ value, onChange, min = 0, max = 999_999, step = 1, unit, ...field }: Props) {
  const within = (number: number) => Math.min(max, Math.max(min, number));
  const move = (by: number) => onChange(within((value ?? min) + by));
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '');
    onChange(digits === '' ? null : Number(digits.slice(0, DIGITS_MAX)));
  };
  const tooSmall = value !== null && value < min ? `最少 ${min}` : null;
  // Said and not mended by itself: who typed 150 did not mean 100.
  const tooLarge = value !== null && value > max ? `最多 ${max}` : null;
  return (
    <Field {...field} error={field.error ?? tooSmall ?? tooLarge}>
      <View className="number-field">
        <Tappable
          className="number-field__step"
          label={`${field.label}减少`}
          disabled={value !== null && value <= min}
          onTap={() => move(-step)}
        >
          <Icon name="minus" />
        </Tappable>
        <Input
          className="field__control text-field number-field__input"
          type="number"
          align="center"
          placeholder=""
          value={value === null ? '' : String(value)}
          ariaLabel={field.label}
          onChange={type}
        />
        <Tappable
          className="number-field__step"
          label={`${field.label}增加`}
          disabled={value !== null && value >= max}
          onTap={() => move(step)}
        >
          <Icon name="plus" />
        </Tappable>
        {unit && <Text>{unit}</Text>}
      </View>
    </Field>
  );
}
