import { useDraft } from '@/services/drafts';

type Errors = Readonly<Record<string, string>>;
/** The names of the fields that hold a V. */
type FieldsOf<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T] & string;

interface Bound<V> {
  value: V;
  error: string | undefined;
  onChange(value: V): void;
}

export interface SheetForm<T extends object> {
  value: T;
  /** Of its draft, for a PhotoField in it. */
  key: string | null;
  /** What is said of each required field that is empty. */
  problems: Record<string, string>;
  /** The props of a field whose value is the field's own: text, photos, people. */
  field<K extends keyof T & string>(name: K, errors: Errors): Bound<T[K]>;
  /** The props of a ChoiceField with one choice. */
  choice<V extends string>(name: FieldsOf<T, V | null>, errors: Errors): Bound<readonly V[]>;
  /** Forgets what was filled in; call it once it has been sent. */
  clear(): void;
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/**
 * The fields of a short form in a sheet (components/FormSheet).
 * @param initial what stands in it at first
 * @param required what is said where a required field is empty, by field
 * @param keepAs keeps what is written on the device under this name, as useDraft does; null keeps nothing
 */
export function useSheetForm<T extends object>(
  initial: T,
  required: Partial<Record<keyof T & string, string>>,
  keepAs: string | null = null,
): SheetForm<T> {
  const { value, key, update, clear } = useDraft<T>(keepAs, initial);
  const fields = value as Readonly<Record<string, unknown>>;
  const set = (name: string, to: unknown) => update({ [name]: to } as Partial<T>);
  return {
    value,
    key,
    clear,
    problems: Object.fromEntries(
      Object.entries(required as Record<string, string>).filter(([name]) => isEmpty(fields[name])),
    ),
    field: (name, errors) => ({ value: value[name], error: errors[name], onChange: (next) => set(name, next) }),
    choice: <V extends string>(name: FieldsOf<T, V | null>, errors: Errors) => ({
      value: fields[name] === null ? [] : [fields[name] as V],
      error: errors[name],
      onChange: ([chosen]: readonly V[]) => set(name, chosen ?? null),
    }),
  };
}
