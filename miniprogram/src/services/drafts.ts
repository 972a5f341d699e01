import Taro, { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetFiles } from './pending-photos';
import { currentSession } from './session';
import { keepOnDevice } from './store';

const SAVE_AFTER_MS = 500;

/** Drafts belong to a person: the next one on a shared device does not see them. */
function storageKey(form: string | null): string | null {
  return form === null ? null : `draft:${currentSession().me?.id ?? 'visitor'}:${form}`;
}

function read<T>(key: string | null): T | null {
  if (key === null) return null;
  const found: unknown = Taro.getStorageSync(key);
  return found ? (found as T) : null;
}

/** Puts something into a form that will be opened, in place of what was left there. */
export function putDraft(form: string, value: object): void {
  const key = storageKey(form);
  if (key !== null) keepOnDevice(key, value);
}

export interface Draft<T> {
  value: T;
  /** Where it is on the device; null where nothing is kept. */
  key: string | null;
  /** Changes some fields; saved on the device half a second later. */
  update(change: Partial<T>): void;
  /** Forgets what was saved and starts over from `initial`. */
  clear(): void;
  /** True when this form opened with what had been left in it before. */
  restored: boolean;
}

/**
 * The content of a form, kept on the device until `clear`, also when the app is killed.
 * @param form names the form and, where it edits something, that thing's id; null keeps nothing on the device
 */
export function useDraft<T extends object>(form: string | null, initial: T): Draft<T> {
  const [key] = useState(() => storageKey(form));
  const [saved] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(() => (saved ? { ...initial, ...saved } : initial));
  const [start] = useState(initial);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; value: T } | null>(null);
  const latest = useRef(value);

  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    if (key !== null) keepOnDevice(key, waiting.current.value);
    waiting.current = null;
  }, [key]);

  const update = useCallback(
    (change: Partial<T>) => {
      latest.current = { ...latest.current, ...change };
      setValue(latest.current);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { value: latest.current, timer: setTimeout(flush, SAVE_AFTER_MS) };
    },
    [flush],
  );

  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    if (key !== null) Taro.removeStorageSync(key);
    forgetFiles(key);
    latest.current = start;
    setValue(start);
  }, [key, start]);

  useDidHide(flush);
  useEffect(() => flush, [flush]);

  return { value, key, update, clear, restored: saved !== null };
}
