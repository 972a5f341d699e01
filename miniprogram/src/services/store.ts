import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** A value that screens share; `use` re-renders its component when it changes. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
  use(): T;
}

/** A store whose value is on the device. */
export interface StoredStore<T> extends Store<T> {
  /** Takes what is on the device now, as another tab of the browser may have written it. */
  readAgain(): void;
}

/** A store in memory. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe,
    use: () => useSyncExternalStore(subscribe, get, get),
  };
}

/** Keeps a value on the device, at once: a kill in the next moment must not lose it. WeChat takes 1 MB a key, 10 MB in all. */
export function keepOnDevice(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    // A full or forbidden storage costs only the memory of it; the app goes on.
  }
}

/**
 * A store that is kept on the device under `key`.
 * @param accept tells whether what was found there (perhaps by an older version) can still be used
 */
export function createStoredStore<T>(key: string, initial: T, accept: (found: unknown) => found is T): StoredStore<T> {
  const found: unknown = Taro.getStorageSync(key);
  const store = createStore<T>(accept(found) ? found : initial);
  const readAgain = () => {
    const stored: unknown = Taro.getStorageSync(key);
    store.set(accept(stored) ? stored : initial);
  };
  if (process.env.TARO_ENV === 'h5') {
    // Another tab of the same browser wrote it; null: all of it was cleared.
    window.addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) readAgain();
    });
  }
  return {
    ...store,
    readAgain,
    set(next) {
      store.set(next);
      keepOnDevice(key, next);
    },
  };
}
