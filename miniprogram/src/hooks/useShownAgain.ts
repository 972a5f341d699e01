import { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Calls `again` when the page comes back into view, as from a form that was opened from it. */
export function useShownAgain(again: () => unknown): void {
  const left = useRef(false);
  useDidHide(() => {
    left.current = true;
  });
  useDidShow(() => {
    if (!left.current) return;
    left.current = false;
    void again();
  });
}
