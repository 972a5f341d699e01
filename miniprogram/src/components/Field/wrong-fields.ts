import { createContext, type RefObject, useCallback, useContext, useEffect, useId, useRef, useState } from 'react';

/** A field in which something is wrong. */
export interface WrongField {
  label: string;
  element: HTMLElement | null;
}

type Tell = (id: string, field: WrongField | null) => void;

/** Given by a form that says beside its button which fields are wrong; null where none does. */
export const WrongFields = createContext<Tell | null>(null);

/** Tells the form around a field while something is wrong with it. @returns for the field's own element */
export function useTellWrong(label: string, wrong: boolean): RefObject<HTMLElement> {
  const tell = useContext(WrongFields);
  const id = useId();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (tell === null || !wrong) return;
    tell(id, { label, element: element.current });
    return () => tell(id, null);
  }, [tell, id, label, wrong]);
  return element;
}

// In WeChat they come in the order in which they were first drawn, which is nearly always the same.
const byPlace = (a: WrongField, b: WrongField): number => {
  if (process.env.TARO_ENV !== 'h5' || a.element === null || b.element === null) return 0;
  return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
};

/** Gathers the wrong fields of a form, from the top; `tell` is the value of its WrongFields. */
export function useWrongFields(): { tell: Tell; wrong: readonly WrongField[] } {
  const [fields, setFields] = useState<ReadonlyMap<string, WrongField>>(new Map());
  const tell = useCallback<Tell>((id, field) => {
    setFields((before) => {
      const next = new Map(before);
      if (field === null) next.delete(id);
      else next.set(id, field);
      return next;
    });
  }, []);
  return { tell, wrong: [...fields.values()].sort(byPlace) };
}

/** In a browser, scrolls what is around a field until it is seen. WeChat scrolls nothing within a page by itself. */
export function bringIntoView({ element }: WrongField): void {
  if (process.env.TARO_ENV === 'h5') element?.scrollIntoView({ block: 'center' });
}

/** The same, and gives it the keyboard. */
export function goToField(field: WrongField): void {
  bringIntoView(field);
  if (process.env.TARO_ENV !== 'h5') return;
  field.element?.querySelector<HTMLElement>('input, textarea, [tabindex="0"]')?.focus({ preventScroll: true });
}
