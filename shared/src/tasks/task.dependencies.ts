/** For what these promises wait, directly. */
export type WaitsFor = (ids: readonly string[]) => Promise<readonly string[]>;

/** Whether a promise waits for another one, directly or through others. */
export async function reaches(from: string, to: string, waitsFor: WaitsFor): Promise<boolean> {
  const seen = new Set([from]);
  let next: readonly string[] = [from];
  while (next.length > 0) {
    if (next.includes(to)) return true;
    next = [...new Set(await waitsFor(next))].filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
  }
  return false;
}

/** Whether promises would wait for one another in a circle if `id` waited for `other` too. */
export function closesCircle(id: string, other: string, waitsFor: WaitsFor): Promise<boolean> {
  return reaches(other, id, waitsFor);
}
