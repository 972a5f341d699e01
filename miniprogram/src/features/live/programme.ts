import type { LiveState, ProgrammeRow } from '@consult/shared';

/** The row of an item; null where none is on, or it is no more in the programme. */
export const rowOf = (rows: readonly ProgrammeRow[], id: string | null): ProgrammeRow | null =>
  rows.find(({ item }) => item.id === id) ?? null;

/** What comes after the item that is on; the first where none is; null after the last. */
export function nextRow(rows: readonly ProgrammeRow[], itemId: string | null): ProgrammeRow | null {
  return rows[rows.findIndex(({ item }) => item.id === itemId) + 1] ?? null;
}

/** How long a session has been at an item in all, ms; 0 where it never was. @param now by the server's clock */
export function timeAt({ items }: Pick<LiveState, 'items'>, itemId: string, now: number): number {
  return items
    .filter((span) => span.itemId === itemId)
    .reduce((sum, { since, until }) => sum + Math.max(0, (until ?? now) - since), 0);
}
