import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** Keeps the screen from going dark for as long as the page is open, where the phone or browser lets it. */
export function useAwake(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') return keepTabAwake();
    void Taro.setKeepScreenOn({ keepScreenOn: true });
    return () => void Taro.setKeepScreenOn({ keepScreenOn: false });
  }, []);
}

/** The browser lets go whenever the tab is hidden: asked for again when it is seen. */
function keepTabAwake(): () => void {
  let lock: Promise<WakeLockSentinel | null> | null = null;
  const hold = () => {
    if (document.visibilityState === 'visible') lock = navigator.wakeLock?.request('screen').catch(() => null) ?? null;
  };
  hold();
  document.addEventListener('visibilitychange', hold);
  return () => {
    document.removeEventListener('visibilitychange', hold);
    void lock?.then((held) => held?.release());
  };
}
