import { useState } from 'react';
import type { ApiError } from '@/services/api-error';

export interface FieldErrors {
  /** What is still wrong, by field. */
  errors: Readonly<Record<string, string>>;
  /** Takes back what was said of fields that have been changed since. */
  mend(fields: readonly string[]): void;
}

/** The last attempt's errors at their fields, each until its field is changed. */
export function useFieldErrors(error: ApiError | null): FieldErrors {
  const [mended, setMended] = useState<{ of: ApiError | null; fields: readonly string[] }>({ of: null, fields: [] });
  const done = mended.of === error ? mended.fields : [];
  const wrong = Object.entries(error?.fields ?? {}).filter(([field]) => !done.includes(field));
  return {
    errors: Object.fromEntries(wrong),
    mend: (fields) => setMended({ of: error, fields: [...done, ...fields] }),
  };
}
