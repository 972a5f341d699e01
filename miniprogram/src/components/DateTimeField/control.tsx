import { chinaDate, sayDate, sayMoment, startOfChinaDay } from '@consult/shared';
import { DatePicker } from '@nutui/nutui-react-taro';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import type { DateTimeValue } from './date-time-value';
import { fromWallClock, toWallClock } from './wall-clock';

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/** In WeChat: a field that opens wheels. */
export function DateTimeControl({ mode, value, onChange, min, max, label }: DateTimeValue & { label: string }) {
  const [open, setOpen] = useState(false);
  const now = Date.now();
  const say = mode === 'date' ? sayDate : sayMoment;
  const said = value === null ? '请选择' : say(value, now);

  const confirm = (chosen: readonly (string | number | null)[]) => {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = chosen.map(Number);
    const at = fromWallClock(new Date(year, month - 1, day, hour, minute));
    onChange(mode === 'date' ? startOfChinaDay(chinaDate(at)) : at);
    setOpen(false);
  };

  return (
    <>
      <Tappable className="field__control date-field" label={`${label}：${said}`} onTap={() => setOpen(true)}>
        <Text className={value === null ? 'date-field__none' : ''}>{said}</Text>
        <Icon name="calendar" />
      </Tappable>
      <DatePicker
        title={label}
        type={mode}
        visible={open}
        showChinese
        minuteStep={5}
        value={toWallClock(value ?? min ?? now)}
        startDate={toWallClock(min ?? now - YEAR_MS)}
        endDate={toWallClock(max ?? now + 2 * YEAR_MS)}
        onConfirm={(_, chosen) => confirm(chosen)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
