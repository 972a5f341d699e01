import { type ReactNode, useState } from 'react';

/** Draws a form in a sheet; told whether it changed anything when it is done. */
type MakeSheet = (onDone: (changed: boolean) => void) => ReactNode;

/**
 * The sheets of a section's own, one at a time.
 * @param onChanged reads the item again
 */
export function useOwnSheet(onChanged: () => unknown): { sheet: ReactNode; show(make: MakeSheet): void } {
  const [make, setMake] = useState<MakeSheet | null>(null);
  const done = (changed: boolean) => {
    setMake(null);
    if (changed) void onChanged();
  };
  return { sheet: make?.(done) ?? null, show: (next) => setMake(() => next) };
}
