import { lengthOf } from '@consult/shared';
import { TextArea as NutTextArea } from '@nutui/nutui-react-taro';
import { Field, type FieldProps } from '@/components/Field';
import './index.scss';

type Props = FieldProps & {
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  /** Characters as people count them; more can be typed and is marked, never cut. */
  max?: number;
};

/** Text of several lines. */
export function TextArea({ value, onChange, placeholder = '', max, ...field }: Props) {
  return (
    <Field {...field} counter={max === undefined ? undefined : { used: lengthOf(value), max }}>
      <NutTextArea
        className="field__control text-area"
        value={value}
        maxLength={-1}
        placeholder={placeholder}
        ariaLabel={field.label}
        onChange={onChange}
      />
    </Field>
  );
}
