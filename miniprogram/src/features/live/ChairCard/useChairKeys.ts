import { useEffect, useRef } from 'react';

/** Function keys: letters would get in the way of who dictates to the computer or types. */
export const CHAIR_KEYS = { item: 'F2', floor: 'F4', more: 'F8', done: 'F9' } as const;

type Deeds = Partial<Record<keyof typeof CHAIR_KEYS, (() => unknown) | null>>;

/** In a browser, lets the keyboard do what the chair does most. */
export function useChairKeys(deeds: Deeds): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const names = Object.keys(CHAIR_KEYS) as (keyof typeof CHAIR_KEYS)[];
      const name = names.find((one) => CHAIR_KEYS[one] === event.key);
      const deed = name && latest.current[name];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
