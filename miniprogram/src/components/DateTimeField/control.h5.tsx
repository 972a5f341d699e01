import { chinaDate, chinaMoment, startOfChinaDay } from '@consult/shared';
import type { ChangeEvent } from 'react';
import type { DateTimeValue } from './date-time-value';
import { chinaTime } from './wall-clock';

/** In a browser: its own field, which every phone and desktop knows how to fill. */
export function DateTimeControl({ mode, value, onChange, min, max, label }: DateTimeValue & { label: string }) {
  const write = (at: number | null | undefined): string => {
    if (at === null || at === undefined) return '';
    return mode === 'date' ? chinaDate(at) : `${chinaDate(at)}T${chinaTime(at)}`;
  };
  const read = (event: ChangeEvent<HTMLInputElement>) => {
    const [date = '', time = ''] = event.target.value.split('T');
    if (date === '') return;
    onChange(mode === 'date' ? startOfChinaDay(date) : chinaMoment(date, time));
  };
  return (
    <input
      className="field__control date-field date-field--native"
      type={mode === 'date' ? 'date' : 'datetime-local'}
      aria-label={label}
      value={write(value)}
      min={write(min)}
      max={write(max)}
      onChange={read}
    />
  );
}
