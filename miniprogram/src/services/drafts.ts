import Taro, { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetFiles } from './pending-photos';
import { currentSession, onSessionChange } from './session';
import { keepOnDevice } from './store';

const SAVE_AFTER_MS = 500;

const VISITOR = 'visitor';

const personNow = (): string => currentSession().me?.id ?? VISITOR;

/** Drafts belong to a person: the next one on a shared device does not see them. */
const keyOf = (person: string, form: string): string => `draft:${person}:${form}`;

/** Where a form of who has it open is kept: a visitor's goes with them when they sign in, as to send it. */
function placeOf(form: string | null): () => string | null {
  let person = personNow();
  return () => {
    if (person === VISITOR) person = personNow();
    return form === null ? null : keyOf(person, form);
  };
}

/** Gives all that a visitor has left in forms to who has signed in, in place of what they had left there before. */
function handOver(): void {
  const person = personNow();
  if (person === VISITOR) return;
  const left = keyOf(VISITOR, '');
  for (const key of Taro.getStorageInfoSync().keys.filter((one) => one.startsWith(left))) {
    const value: unknown = Taro.getStorageSync(key);
    // First, so that a full device has room for it.
    Taro.removeStorageSync(key);
    keepOnDevice(keyOf(person, key.slice(left.length)), value);
  }
}

/** Lets what a visitor writes be theirs once they sign in, and nobody else's; once, at the app's start. */
export function followDrafts(): void {
  onSessionChange(handOver);
  handOver();
}

function read<T>(key: string | null): T | null {
  if (key === null) return null;
  const found: unknown = Taro.getStorageSync(key);
  return found ? (found as T) : null;
}

/** Puts something into a form that will be opened, in place of what was left there. */
export function putDraft(form: string, value: object): void {
  keepOnDevice(keyOf(personNow(), form), value);
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
  const [place] = useState(() => placeOf(form));
  const [saved] = useState(() => read<T>(place()));
  const [value, setValue] = useState<T>(() => (saved ? { ...initial, ...saved } : initial));
  const [start] = useState(initial);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; value: T } | null>(null);
  const latest = useRef(value);

  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const key = place();
    if (key !== null) keepOnDevice(key, waiting.current.value);
    waiting.current = null;
  }, [place]);

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
    const key = place();
    if (key !== null) Taro.removeStorageSync(key);
    forgetFiles(key);
    latest.current = start;
    setValue(start);
  }, [place, start]);

  useDidHide(flush);
  useEffect(() => flush, [flush]);

  return { value, key: place(), update, clear, restored: saved !== null };
}
