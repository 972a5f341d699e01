import { sourcesOf } from '@consult/shared';
import { useRef } from 'react';
import { uuid } from '@/utils/uuid';

export interface ItemKeys<T> {
  /** One for each item, the same for as long as it is the same item. */
  keys: readonly string[];
  replace(index: number, item: T): void;
  add(item: T): void;
  drop(index: number): void;
  /** Moves an item by so many places; -1 is one up. */
  move(index: number, by: number): void;
}

/**
 * React keys for the items of a list that others change too: an item that moved because somebody put one above it stays
 * the field it was, with the caret in it.
 * @param text by what an item that others changed is known again
 */
export function useItemKeys<T>(
  value: readonly T[],
  onChange: (value: T[]) => void,
  text: (item: T) => string,
): ItemKeys<T> {
  const known = useRef<{ value: readonly T[]; keys: string[] }>({ value: [], keys: [] });
  if (known.current.value !== value) {
    const { value: before, keys } = known.current;
    const sources = sourcesOf(before, value, { key: (item) => JSON.stringify(item), text });
    known.current = { value, keys: sources.map((source) => keys[source] ?? uuid()) };
  }
  const set = (next: T[], keys: string[]) => {
    known.current = { value: next, keys };
    onChange(next);
  };
  const { keys } = known.current;
  return {
    keys,
    replace: (index, item) =>
      set(
        value.map((old, i) => (i === index ? item : old)),
        keys,
      ),
    add: (item) => set([...value, item], [...keys, uuid()]),
    drop: (index) =>
      set(
        value.filter((_, i) => i !== index),
        keys.filter((_, i) => i !== index),
      ),
    move: (index, by) => set(moved(value, index, by), moved(keys, index, by)),
  };
}

function moved<T>(list: readonly T[], index: number, by: number): T[] {
  const next = [...list];
  next.splice(index + by, 0, ...next.splice(index, 1));
  return next;
}
