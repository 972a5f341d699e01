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
