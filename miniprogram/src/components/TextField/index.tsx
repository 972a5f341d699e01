import { lengthOf } from '@consult/shared';
import { Input } from '@nutui/nutui-react-taro';
import { Field, type FieldProps } from '@/components/Field';
import './index.scss';

type Props = FieldProps & {
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  /** Characters as people count them; more can be typed and is marked, never cut. */
  max?: number;
  type?: 'text' | 'tel' | 'number' | 'digit' | 'password';
};

/** One line of text. */
export function TextField({ value, onChange, placeholder = '', max, type = 'text', ...field }: Props) {
  return (
    <Field {...field} counter={max === undefined ? undefined : { used: lengthOf(value), max }}>
      <Input
        className="field__control text-field"
        type={type}
        value={value}
        maxLength={-1}
        placeholder={placeholder}
        ariaLabel={field.label}
        onChange={onChange}
      />
    </Field>
  );
}
