import { Field, type FieldProps } from '@/components/Field';
import { DateTimeControl } from './control';
import './index.scss';

export interface DateTimeValue {
  /** With 'date' the first millisecond of the day in China. */
  mode: 'date' | 'datetime';
  /** ms since 1970; null when nothing is chosen. */
  value: number | null;
  onChange(value: number): void;
  /** ms since 1970. */
  min?: number;
  max?: number;
}

type Props = FieldProps & DateTimeValue;

/** A day, or a day with its time, in China's time whatever the device's is. */
export function DateTimeField({ mode, value, onChange, min, max, ...field }: Props) {
  return (
    <Field {...field}>
      <DateTimeControl mode={mode} value={value} onChange={onChange} min={min} max={max} label={field.label} />
    </Field>
  );
}
