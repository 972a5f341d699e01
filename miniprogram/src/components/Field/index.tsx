import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from '@/utils/cx';
import { useTellWrong } from './wrong-fields';
import './index.scss';

/** What every form field has. */
export interface FieldProps {
  label: string;
  /** Helps before anything went wrong. */
  hint?: string;
  /** What is wrong with it; ApiError.fields has the server's. */
  error?: string | null;
  /** Said calmly beneath it of what is written; it keeps nothing from being sent. */
  caution?: string | null;
  required?: boolean;
  /** There is always a value, as of what a page shows: nobody is told that they may leave it out. */
  always?: boolean;
}

type Props = FieldProps & {
  /** How much is used of how much, as 12/50. */
  counter?: { used: number; max: number };
  children: ReactNode;
};

/** The label, hint, counter and error around a control. */
export function Field({ label, hint, error, caution, required = false, always = false, counter, children }: Props) {
  const over = counter !== undefined && counter.used > counter.max;
  const wrong = error ?? (over ? `最多 ${counter.max} 字` : null);
  const element = useTellWrong(label, Boolean(wrong));
  return (
    <View ref={element} className={cx('field', wrong ? 'field--wrong' : undefined)}>
      <View className="field__head">
        <Text className="field__label">{label}</Text>
        {!always && <Text className="field__need">{required ? '必填' : '选填'}</Text>}
      </View>
      {hint && <Text className="field__hint">{hint}</Text>}
      {children}
      {caution && (
        <Text className="field__caution" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
          {caution}
        </Text>
      )}
      {(wrong || counter) && (
        <View className="field__foot">
          <Text className="field__error" {...(process.env.TARO_ENV === 'h5' && wrong ? { role: 'alert' } : {})}>
            {wrong ?? ''}
          </Text>
          {counter && (
            <Text className={cx('field__counter', over && 'field__counter--over')}>
              {counter.used}/{counter.max}
            </Text>
          )}
        </View>
      )}
    </View>
  );
}
