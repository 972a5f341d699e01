import { Field, type FieldProps } from '@/components/Field';
import { DateTimeControl } from './control';
import type { DateTimeValue } from './date-time-value';
import './index.scss';

type Props = FieldProps & DateTimeValue;

/** A day, or a day with its time, in China's time whatever the device's is. */
export function DateTimeField({ mode, value, onChange, min, max, ...field }: Props) {
  return (
    <Field {...field}>
      <DateTimeControl mode={mode} value={value} onChange={onChange} min={min} max={max} label={field.label} />
    </Field>
  );
}
